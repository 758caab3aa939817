import type { SourceRef } from '../../../src/server/contract/answers.ts'

/** A source's name; a protected one goes by a pseudonym that is always the same, and its name is nowhere offered. */
export const nameOf = (source: Pick<SourceRef, 'name' | 'key' | 'protected'>): string =>
  source.protected === undefined ? source.name : `Protected source ${pseudonym(source.key)}`

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** "K41": a letter and two digits from the key. */
function pseudonym(key: string): string {
  let hash = 7
  for (let index = 0; index < key.length; index++) hash = (Math.imul(hash, 31) + key.charCodeAt(index)) >>> 0
  return `${LETTERS[hash % LETTERS.length]}${String((hash >>> 5) % 100).padStart(2, '0')}`
}
