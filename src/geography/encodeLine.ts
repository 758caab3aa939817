import type { Position } from './Position.ts'

/** Hundredths of a degree, about a kilometre. */
const STEPS = 100
/** Five bits a character; the upper half of the alphabet says that more follow. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'

/** A line of points in few characters: differences in hundredths of a degree, zigzag, five bits a character. */
export function encodeLine(points: readonly Position[]): string {
  let [lastX, lastY] = [0, 0]
  let code = ''
  const put = (difference: number): void => {
    let value = difference < 0 ? -2 * difference - 1 : 2 * difference
    for (; value >= 32; value = Math.floor(value / 32)) code += ALPHABET[32 + (value % 32)]
    code += ALPHABET[value]
  }
  for (const [lon, lat] of points) {
    const [x, y] = [Math.round(lon * STEPS), Math.round(lat * STEPS)]
    put(x - lastX)
    put(y - lastY)
    ;[lastX, lastY] = [x, y]
  }
  return code
}

/** The points that `encodeLine` wrote. */
export function decodeLine(code: string): Position[] {
  const points: Position[] = []
  let [x, y] = [0, 0]
  let at = 0
  const take = (): number => {
    let value = 0
    for (let unit = 1; ; unit *= 32) {
      const digit = ALPHABET.indexOf(code[at++])
      value += (digit % 32) * unit
      if (digit < 32) break
    }
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }
  while (at < code.length) {
    x += take()
    y += take()
    points.push([x / STEPS, y / STEPS])
  }
  return points
}
