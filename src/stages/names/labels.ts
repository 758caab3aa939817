import type { NameKind } from '../../model/Reading.ts'

/** Kinds the models tell apart. Dates and money are learnt with the names, so that "May" and "Dinar" find a place, and dropped. */
export const KINDS = [
  'Person',
  'Organization',
  'Location',
  'Facility',
  'NORP',
  'Product',
  'Misc',
  'Date',
  'Money',
] as const
export type LabelledKind = NameKind | 'Date' | 'Money'

/**
 * Labels of tokens: B opens a name, I goes on, L ends it, U is a name of one word, O is outside.
 *
 *     Luis/B-Person de/I-Person Soto/L-Person left/O Lima/U-Location
 */
export const LABELS: readonly string[] = [
  'O',
  ...KINDS.flatMap((kind) => ['B', 'I', 'L', 'U'].map((part) => `${part}-${kind}`)),
]

/** Which label may follow which (undefined before the first of a sentence). */
export function allowedInNames(previous: string | undefined, label: string): boolean {
  const open = previous !== undefined && /^[BI]/.test(previous)
  const goesOn = /^[IL]/.test(label)
  if (open !== goesOn) return false
  return !goesOn || previous!.slice(2) === label.slice(2)
}

/** Index into `KINDS` of each label, -1 for O. */
export const kindOfLabel = (label: number): number => (label === 0 ? -1 : (label - 1) >> 2)

export interface LabelledName {
  readonly from: number
  readonly to: number
  /** index into `KINDS` */
  readonly kind: number
}

/** The names that labels spell, in order. */
export function namesOf(labels: ArrayLike<number>): LabelledName[] {
  const names: LabelledName[] = []
  let from = -1
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0) continue
    const part = (labels[i] - 1) & 3
    if (part === 0 || part === 3) from = i
    if (part >= 2 && from >= 0) names.push({ from, to: i + 1, kind: kindOfLabel(labels[i]) })
  }
  return names
}

/** The labels of names, which may not overlap. */
export function labelsOf(names: readonly LabelledName[], length: number): Int32Array {
  const labels = new Int32Array(length)
  for (const { from, to, kind } of names) {
    const base = 1 + kind * 4
    if (to - from === 1) labels[from] = base + 3
    else {
      labels.fill(base + 1, from, to)
      labels[from] = base
      labels[to - 1] = base + 2
    }
  }
  return labels
}
