/** True where `reader` is a newer version of the same reader as `other`: "ascribe-en/0.10.0" and "ascribe-en/0.9.2". */
export function isNewerReader(reader: string, other: string): boolean {
  const [name, version] = split(reader)
  const [otherName, otherVersion] = split(other)
  if (name !== otherName) return false
  const [a, b] = [numbers(version), numbers(otherVersion)]
  const index = a.findIndex((number, at) => number !== (b[at] ?? 0))
  return index >= 0 && a[index] > (b[index] ?? 0)
}

const split = (reader: string): [string, string] => {
  const at = reader.lastIndexOf('/')
  return at < 0 ? [reader, ''] : [reader.slice(0, at), reader.slice(at + 1)]
}
const numbers = (version: string): number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0)
