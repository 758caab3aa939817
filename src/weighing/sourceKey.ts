import { contentId } from '../base/contentId.ts'
import type { Source } from '../model/Source.ts'
import { nameKey } from './nameKey.ts'

/**
 * What is the same for one source in all reports. Outlets, people and organisations are known by their name; "the army" of
 * two reports may be two armies, and "a resident" is somebody else each time: those stay apart, and so does everyone
 * who is protected, whose name must not be found by trying.
 */
export function sourceKey({
  id,
  kind,
  name,
  protected: protection,
}: Pick<Source, 'id' | 'kind' | 'name' | 'protected'>): string {
  const known = kind === 'outlet' || ((kind === 'person' || kind === 'organisation') && isProperName(name))
  return known && protection === undefined && nameKey(name) !== '' ? contentId('k', nameKey(name)) : id
}

/** "The Red Cross", not "the army". */
const isProperName = (name: string): boolean => /(?:^|[\s-])\p{Lu}/u.test(name.replace(/^(?:the|an?)\s+/i, ''))
