/**
 * A list of numbers with the value of each place put in: `filled(new Int32Array(words.length), (i) => hashString(words[i]))`. What a
 * typed array's `from` does with an iterator, in a quarter of the time.
 */
export function filled<List extends Int8Array | Uint8Array | Int32Array | Float32Array>(
  list: List,
  valueAt: (i: number) => number,
): List {
  for (let i = 0; i < list.length; i++) list[i] = valueAt(i)
  return list
}
