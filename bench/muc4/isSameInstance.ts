import type { Template } from './writeTemplates.ts'

const [DATE, LOCATION, TYPE, STAGE, ORGANISATION] = [2, 3, 4, 5, 10]

/**
 * "A 'separate instance' is one which has a different filler for the location, date, category, or perpetrator slot. If no distinctions of
 * these kinds are made in the text, the instances should be incorporated into a single template" (template-doc-part1, 1.0).
 */
export const isSameInstance = (a: Template, b: Template): boolean =>
  a.get(TYPE)![0] === b.get(TYPE)![0] &&
  a.get(STAGE)![0] === b.get(STAGE)![0] &&
  agreeInLocation(a.get(LOCATION)![0], b.get(LOCATION)![0]) &&
  agreeInDate(a.get(DATE)![0], b.get(DATE)![0]) &&
  agreeInPerpetrators(a, b)

/** The one may be wider than the other: "PERU", "PERU: LIMA (CITY)". */
function agreeInLocation(a: string, b: string): boolean {
  const [left, right] = [a, b].map((location) => location.split(': '))
  return left.slice(0, right.length).every((part, i) => part === right[i])
}

/** "- 10 JAN 90", up to the day of the report, is no date that tells anything apart. */
const agreeInDate = (a: string, b: string): boolean => a === b || a.startsWith('-') || b.startsWith('-')

const agreeInPerpetrators = (a: Template, b: Template): boolean => {
  const [left, right] = [a, b].map((template) => namesIn(template, ORGANISATION))
  if (left.size === 0 || right.size === 0) return true
  return [...left].some((name) => right.has(name))
}

const namesIn = (template: Template, slot: number): Set<string> =>
  new Set((template.get(slot) ?? []).map((filler) => filler.replace(/^\? /, '')))
