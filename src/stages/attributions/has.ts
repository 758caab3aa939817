/** Binary search in an ascending list. */
export function has(list: readonly number[], value: number): boolean {
  let [low, high] = [0, list.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (list[middle] === value) return true
    if (list[middle] < value) low = middle + 1
    else high = middle - 1
  }
  return false
}
