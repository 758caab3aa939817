import type { Value } from '../../../src/server/contract/answers.ts'

/** How the edge of a value is drawn: how precisely it is known. */
export type Edge = 'sharp' | 'soft' | 'faded' | 'open'

/** sharp: exact; soft: nearly; faded: vague; open: no upper bound. */
export function edgeOf(value: Value): Edge {
  switch (value.type) {
    case 'place':
      if (value.relation === 'near' || value.relation === 'distance') return value.line === undefined ? 'soft' : 'faded'
      if (value.relation !== 'at') return 'faded'
      if (value.precision === 'site' || value.precision === 'town') return 'sharp'
      return value.precision === 'admin1' || value.precision === 'admin2' ? 'soft' : 'faded'
    case 'interval':
      if (/^\d{4}-\d{2}-\d{2}(T[^/]*)?$/.test(value.edtf)) return 'sharp'
      if (value.edtf === '' || /[~?%X]|\.\.|^\d{4}$/.test(value.edtf)) return 'faded'
      return 'soft'
    case 'count':
      if (value.high === null) return 'open'
      if (value.low === value.high) return 'sharp'
      return value.high > 2 * value.low ? 'faded' : 'soft'
    case 'distance':
      return 'soft'
    case 'entity':
    case 'incident':
    case 'term':
    case 'text':
      return 'sharp'
  }
}

/** The same in words. */
export const EDGE_WORDS: Record<Edge, string> = {
  sharp: 'exact',
  soft: 'approximate',
  faded: 'vague',
  open: 'at least',
}
