import { AscribeError } from '../base/AscribeError.ts'
import { Handling, type ReportInput } from '../model/Report.ts'
import { publishedDate } from './publishedDate.ts'

/** What a header says of its report. */
export type ReportMetadata = Omit<ReportInput, 'text' | 'id'>

const KEYS = ['title', 'outlet', 'author', 'published', 'url', 'language', 'handling'] as const
type Key = (typeof KEYS)[number]

/**
 * Splits a header off a text:
 *
 *     ---
 *     title: Blast at ferry terminal
 *     published: 2024-03-12
 *     ---
 *
 * It is a header only where every line is `key: value` and at least one key is known; any other text that begins with a rule of
 * hyphens stays as it is. Keys that say nothing of a report are passed over.
 */
export function readFrontMatter(text: string, name: string): { metadata: ReportMetadata; text: string } {
  const match = /^---[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n---[ \t]*(?:\r?\n|$)\s*/.exec(text)
  if (match === null) return { metadata: {}, text }
  const lines = match[1].split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const pairs = lines.map((line) => /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(line))
  if (pairs.some((pair) => pair === null)) return { metadata: {}, text }
  const metadata: Partial<Record<Key, string>> = {}
  for (const pair of pairs) {
    const key = pair?.[1].toLowerCase() as Key
    const value = unquoted(pair?.[2] ?? '')
    if (KEYS.includes(key) && value !== '') metadata[key] = value
  }
  if (Object.keys(metadata).length === 0) return { metadata: {}, text }
  return { metadata: checked(metadata, name), text: text.slice(match[0].length) }
}

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value

function checked({ published, handling, ...rest }: Partial<Record<Key, string>>, name: string): ReportMetadata {
  const metadata: ReportMetadata = rest
  if (published !== undefined) {
    const date = publishedDate(published)
    if (date === undefined) {
      throw new AscribeError(
        'published-unreadable',
        `${name}: 'published: ${published}' is no date`,
        'write it as year-month-day: published: 2015-07-06',
      )
    }
    metadata.published = date
  }
  if (handling !== undefined) {
    const known = Handling.safeParse(handling.toUpperCase())
    if (!known.success) {
      throw new AscribeError(
        'handling-unknown',
        `${name}: 'handling: ${handling}' is no marking of TLP 2.0`,
        `write one of ${Handling.options.join(', ')}`,
      )
    }
    metadata.handling = known.data
  }
  return metadata
}
