import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type {
  EntitySummary,
  EntityView,
  IncidentSummary,
  IncidentView,
  Page,
  RecordSummary,
  ReportSummary,
  ReportView,
  SourceView,
  StatementView,
  Terms,
} from '../../../src/server/contract/answers.ts'
import { address, ask } from './ask.ts'

const ALL = 1000

export const useSummary = () =>
  useQuery({ queryKey: ['record', 'summary'], queryFn: () => ask<RecordSummary>('/api/summary') })

export const useTerms = () =>
  useQuery({ queryKey: ['terms'], queryFn: () => ask<Terms>('/api/terms'), staleTime: Infinity })

export const useReports = (query?: string) =>
  useQuery({
    queryKey: ['record', 'reports', query],
    queryFn: () => ask<Page<ReportSummary>>(address('/api/reports', { query, limit: ALL })),
    placeholderData: keepPreviousData,
  })

export const useReport = (id: string | undefined) =>
  useQuery({
    queryKey: ['record', 'report', id],
    queryFn: () => ask<ReportView>(`/api/reports/${id}`),
    enabled: id !== undefined,
  })

export const useIncidents = (filter: { query?: string; disputed?: boolean }) =>
  useQuery({
    queryKey: ['record', 'incidents', filter],
    queryFn: () => ask<Page<IncidentSummary>>(address('/api/incidents', { ...filter, limit: ALL })),
    placeholderData: keepPreviousData,
  })

export const useIncident = (id: string | undefined) =>
  useQuery({
    queryKey: ['record', 'incident', id],
    queryFn: () => ask<IncidentView>(`/api/incidents/${id}`),
    enabled: id !== undefined,
    placeholderData: keepPreviousData,
  })

export const useEntities = (filter: { query?: string; kind?: string }) =>
  useQuery({
    queryKey: ['record', 'entities', filter],
    queryFn: () => ask<Page<EntitySummary>>(address('/api/entities', { ...filter, limit: ALL })),
    placeholderData: keepPreviousData,
  })

export const useEntity = (id: string | undefined) =>
  useQuery({
    queryKey: ['record', 'entity', id],
    queryFn: () => ask<EntityView>(`/api/entities/${id}`),
    enabled: id !== undefined,
    placeholderData: keepPreviousData,
  })

export const useSources = () =>
  useQuery({
    queryKey: ['record', 'sources'],
    queryFn: () => ask<Page<SourceView>>(address('/api/sources', { limit: ALL })),
  })

export const useStatement = (id: string | undefined) =>
  useQuery({
    queryKey: ['record', 'statement', id],
    queryFn: () => ask<StatementView>(`/api/statements/${id}`),
    enabled: id !== undefined,
  })
