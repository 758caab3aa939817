/** What tells which of two nearly equal reports is the copy. */
export interface CopyCandidate {
  readonly id: string
  readonly published?: string
  /** how many fingerprints it has */
  readonly fingerprints: number
}

/** A report is a near copy where more than this part of its own fingerprints stands in the other one too. */
export const COPY_SHARE = 0.6
/** Below this many fingerprints (about 30 words) two notes may be alike by formula alone. */
const ENOUGH = 5

/** Which of two reports nearly copies the other, if any, and the part of it that the other one has; `shared` counts fingerprints. */
export function copyOf(
  a: CopyCandidate,
  b: CopyCandidate,
  shared: number,
): { copy: string; original: string; share: number } | undefined {
  if (Math.min(a.fingerprints, b.fingerprints) < ENOUGH) return undefined
  const [original, copy] = comesFirst(a, b) ? [a, b] : [b, a]
  const share = shared / copy.fingerprints
  return share > COPY_SHARE ? { copy: copy.id, original: original.id, share } : undefined
}

/** The earlier one; on one day, or undated, the longer one, since copies are cut; else one of them, always the same. */
function comesFirst(a: CopyCandidate, b: CopyCandidate): boolean {
  const [dayA, dayB] = [a.published?.slice(0, 10), b.published?.slice(0, 10)]
  if (dayA !== undefined && dayB !== undefined && dayA !== dayB) return dayA < dayB
  if (a.fingerprints !== b.fingerprints) return a.fingerprints > b.fingerprints
  return a.id < b.id
}
