import type { Template } from './writeTemplates.ts'

/** A slot's filler put behind those it has, once. */
export function add(template: Template, slot: number, filler: string): void {
  const fillers = template.get(slot) ?? []
  if (!fillers.includes(filler)) template.set(slot, [...fillers, filler])
}

/** Words of the text as the task writes them. */
export const quoted = (text: string): string =>
  `"${text
    .toUpperCase()
    .replace(/["\s]+/g, ' ')
    .trim()}"`
