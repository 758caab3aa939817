/**
 * A text as every database takes it: lone surrogates and U+0000 become U+FFFD. For columns that are searched or listed only;
 * the text itself is kept to the letter elsewhere.
 */
export function storable(text: string): string
export function storable(text: string | undefined): string | null
export function storable(text: string | undefined): string | null {
  return text === undefined ? null : text.toWellFormed().replaceAll('\0', '\uFFFD')
}
