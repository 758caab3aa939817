// AssemblyScript. The inner loops of the neural models: every function reads and writes the linear memory at the addresses it is given.
// f32 throughout, but for the products of a layer: weights are int8 kept as i16, inputs are rounded to i16 token by token.
// Everything here is exact IEEE or integer arithmetic in a fixed order, so that every machine gives the same bytes.

/** The greatest absolute value an input is rounded to: 256 products with weights up to 127 stay within 31 bits. */
const GREATEST: f32 = 32000

/**
 * Rounds `tokens` rows of `width` f32 to i16, each row by its own scale, which goes to `scales` (the value of one step).
 * `width` is a multiple of 4.
 */
export function quantize(from: usize, tokens: i32, width: i32, to: usize, scales: usize): void {
  const end: usize = <usize>width << 2
  for (let t = 0; t < tokens; t++) {
    let most = f32x4.splat(0)
    for (let i: usize = 0; i < end; i += 16) most = f32x4.pmax(most, f32x4.abs(v128.load(from + i)))
    let top: f32 = f32x4.extract_lane(most, 0)
    top = max(top, f32x4.extract_lane(most, 1))
    top = max(top, f32x4.extract_lane(most, 2))
    top = max(top, f32x4.extract_lane(most, 3))
    const scale: f32 = top > 0 ? top / GREATEST : 1
    const inverse = f32x4.splat(1 / scale)
    store<f32>(scales + (<usize>t << 2), scale)
    for (let i: usize = 0; i < end; i += 16) {
      const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from + i), inverse)))
      v128.store64_lane(to + (i >> 1), i16x8.narrow_i32x4_s(whole, whole), 0)
    }
    from += end
    to += end >> 1
  }
}

/**
 * Rounds `n` i16 up to 32000 to i8 up to `most`, halves upwards: `x * most / 32000`, in which f32 tells a half from what lies beside it.
 * `n` is a multiple of 8.
 */
export function narrow(from: usize, n: i32, most: f32, to: usize): void {
  const factor = f32x4.splat(most)
  const steps = f32x4.splat(GREATEST)
  const half = f32x4.splat(0.5)
  const end = from + (<usize>n << 1)
  for (; from < end; from += 16) {
    const x = f32x4.convert_i32x4_s(v128.load_ext<i16>(from))
    const y = f32x4.convert_i32x4_s(v128.load_ext<i16>(from, 8))
    const a = i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.add(f32x4.div(f32x4.mul(x, factor), steps), half)))
    const b = i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.add(f32x4.div(f32x4.mul(y, factor), steps), half)))
    const whole = i16x8.narrow_i32x4_s(a, b)
    v128.store64_lane(to, i8x16.narrow_i16x8_s(whole, whole), 0)
    to += 8
  }
}

/** Rows of `width` i8, each with its scale, to f32: the rows at `out` begin `stride` bytes apart. `width` is a multiple of 8. */
export function widen(from: usize, scales: usize, tokens: i32, width: i32, out: usize, stride: usize): void {
  for (let t = 0; t < tokens; t++) {
    const scale = v128.load32_splat(scales + (<usize>t << 2))
    for (let i: usize = 0; i < <usize>width; i += 8) {
      const x = v128.load_ext<i8>(from + i)
      v128.store(out + (i << 2), f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(x)), scale))
      v128.store(out + (i << 2), f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(x)), scale), 16)
    }
    from += width
    out += stride
  }
}

/** Rows of `width` f32 one behind the other, to rows at `to` that begin `stride` bytes apart. `width` is a multiple of 4. */
export function spread(from: usize, rows: i32, width: i32, to: usize, stride: usize): void {
  const size: usize = <usize>width << 2
  for (let row = 0; row < rows; row++) {
    for (let i: usize = 0; i < size; i += 16) v128.store(to + i, v128.load(from + i))
    from += size
    to += stride
  }
}

/** `out`, `width` f32, is the sum of the rows of `table` whose numbers (u16) are the `n` at `rows`. `width` is a multiple of 8. */
export function sumRows(rows: usize, n: i32, table: usize, width: i32, out: usize): void {
  const size: usize = <usize>width << 2
  const end = rows + (<usize>n << 1)
  for (let i: usize = 0; i < size; i += 32) {
    let sum = f32x4.splat(0)
    let sum2 = f32x4.splat(0)
    for (let at = rows; at < end; at += 2) {
      const row = table + <usize>load<u16>(at) * size + i
      sum = f32x4.add(sum, v128.load(row))
      sum2 = f32x4.add(sum2, v128.load(row, 16))
    }
    v128.store(out + i, sum)
    v128.store(out + i, sum2, 16)
  }
}

/**
 * `out`, `width` f32, is the sum of the rows of i8 of `table` whose numbers (u16) are the `n` at `rows`, each row times its own of `steps`.
 * Products and sums are f64; the sum is rounded to f32 after each row. `width` is a multiple of 4.
 */
export function sumSteps(rows: usize, n: i32, table: usize, steps: usize, width: i32, out: usize): void {
  const end = rows + (<usize>n << 1)
  for (let i: usize = 0; i < <usize>width; i += 4) {
    let sum = f32x4.splat(0)
    for (let at = rows; at < end; at += 2) {
      const row = <usize>load<u16>(at)
      const step = f64x2.splat(<f64>load<f32>(steps + (row << 2)))
      const x = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(table + row * width + i)))
      const low = f64x2.add(f64x2.promote_low_f32x4(sum), f64x2.mul(f64x2.convert_low_i32x4_s(x), step))
      const y = v128.shuffle<i32>(x, x, 2, 3, 2, 3)
      const rest = v128.shuffle<i32>(sum, sum, 2, 3, 2, 3)
      const high = f64x2.add(f64x2.promote_low_f32x4(rest), f64x2.mul(f64x2.convert_low_i32x4_s(y), step))
      sum = v128.shuffle<i32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5)
    }
    v128.store(out + (i << 2), sum)
  }
}

/** Adds to the `width` f64 at `out` the `n` rows of `table`, `width` f32 each, times the f32 at `factors`. `width` is a multiple of 4. */
export function addProducts(factors: usize, n: i32, table: usize, width: i32, out: usize): void {
  const end = factors + (<usize>n << 2)
  for (let i: usize = 0; i < <usize>width; i += 4) {
    let low = v128.load(out + (i << 3))
    let high = v128.load(out + (i << 3), 16)
    let at = table + (i << 2)
    for (let k = factors; k < end; k += 4) {
      const factor = f64x2.splat(<f64>load<f32>(k))
      low = f64x2.add(low, f64x2.mul(factor, f64x2.promote_low_f32x4(v128.load64_zero(at))))
      high = f64x2.add(high, f64x2.mul(factor, f64x2.promote_low_f32x4(v128.load64_zero(at, 8))))
      at += <usize>width << 2
    }
    v128.store(out + (i << 3), low)
    v128.store(out + (i << 3), high, 16)
  }
}

/**
 * Words as seen from one of them: `out[t] = max(0, words[t] + head + chances[t] * other + rows)`, `width` f32 each, where the rows are the
 * `each` of `table` whose numbers (u16) stand at `rows` for the word. The rows at `words` begin `stride` bytes apart.
 */
export function seenFrom(
  words: usize, stride: usize, tokens: i32, head: usize, chances: usize, other: usize, rows: usize, each: i32,
  table: usize, width: i32, out: usize,
): void {
  const size: usize = <usize>width << 2
  const zero = f32x4.splat(0)
  for (let t = 0; t < tokens; t++) {
    const chance = v128.load32_splat(chances + (<usize>t << 2))
    const end = rows + (<usize>each << 1)
    for (let i: usize = 0; i < size; i += 16) {
      let sum = f32x4.add(v128.load(words + i), v128.load(head + i))
      sum = f32x4.add(sum, f32x4.mul(chance, v128.load(other + i)))
      for (let at = rows; at < end; at += 2) sum = f32x4.add(sum, v128.load(table + <usize>load<u16>(at) * size + i))
      v128.store(out + i, f32x4.max(sum, zero))
    }
    rows = end
    words += stride
    out += size
  }
}

/**
 * `out[t][n] = scales[t] * steps[n] * (inputs[t] . weights[n]) + bias[n]`, and 0 where that is negative if `rectify`.
 * `inputs` are i16 rows of `width` (even); `weights` i16 in blocks of four outputs: [block][pair of inputs][output][2];
 * `outputs` is a multiple of 8, and `tokens` rows from `inputs` up to the next multiple of 4 must be readable and writable.
 */
export function layer(
  inputs: usize, scales: usize, tokens: i32, width: i32, weights: usize, steps: usize, bias: usize, outputs: i32,
  out: usize, rectify: i32,
): void {
  const row: usize = <usize>width << 1
  const block: usize = row << 2
  const line: usize = <usize>outputs << 2
  const zero = f32x4.splat(0)
  let t = 0
  // Four tokens at a time share the weights; two take less where no more are left.
  for (; t + 2 < tokens; t += 4) {
    const a0 = inputs + <usize>t * row
    const a1 = a0 + row
    const a2 = a1 + row
    const a3 = a2 + row
    const s0 = v128.load32_splat(scales + (<usize>t << 2))
    const s1 = v128.load32_splat(scales + (<usize>t << 2), 4)
    const s2 = v128.load32_splat(scales + (<usize>t << 2), 8)
    const s3 = v128.load32_splat(scales + (<usize>t << 2), 12)
    let w0 = weights
    let o = out + <usize>t * line
    for (let n: usize = 0; n < line; n += 32) {
      let c00 = i32x4.splat(0), c01 = i32x4.splat(0)
      let c10 = i32x4.splat(0), c11 = i32x4.splat(0)
      let c20 = i32x4.splat(0), c21 = i32x4.splat(0)
      let c30 = i32x4.splat(0), c31 = i32x4.splat(0)
      const w1 = w0 + block
      for (let k: usize = 0; k < row; k += 4) {
        const p = v128.load(w0 + (k << 2))
        const q = v128.load(w1 + (k << 2))
        let a = v128.load32_splat(a0 + k)
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(a, p))
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(a, q))
        a = v128.load32_splat(a1 + k)
        c10 = i32x4.add(c10, i32x4.dot_i16x8_s(a, p))
        c11 = i32x4.add(c11, i32x4.dot_i16x8_s(a, q))
        a = v128.load32_splat(a2 + k)
        c20 = i32x4.add(c20, i32x4.dot_i16x8_s(a, p))
        c21 = i32x4.add(c21, i32x4.dot_i16x8_s(a, q))
        a = v128.load32_splat(a3 + k)
        c30 = i32x4.add(c30, i32x4.dot_i16x8_s(a, p))
        c31 = i32x4.add(c31, i32x4.dot_i16x8_s(a, q))
      }
      const g0 = v128.load(steps + n), g1 = v128.load(steps + n, 16)
      const b0 = v128.load(bias + n), b1 = v128.load(bias + n, 16)
      finish(o, c00, c01, s0, g0, g1, b0, b1, rectify, zero)
      finish(o + line, c10, c11, s1, g0, g1, b0, b1, rectify, zero)
      finish(o + line * 2, c20, c21, s2, g0, g1, b0, b1, rectify, zero)
      finish(o + line * 3, c30, c31, s3, g0, g1, b0, b1, rectify, zero)
      o += 32
      w0 += block << 1
    }
  }
  if (t >= tokens) return
  const a0 = inputs + <usize>t * row
  const a1 = a0 + row
  const s0 = v128.load32_splat(scales + (<usize>t << 2))
  const s1 = v128.load32_splat(scales + (<usize>t << 2), 4)
  let o = out + <usize>t * line
  for (let n: usize = 0; n < line; n += 32) {
    let c00 = i32x4.splat(0), c01 = i32x4.splat(0)
    let c10 = i32x4.splat(0), c11 = i32x4.splat(0)
    const w1 = weights + block
    for (let k: usize = 0; k < row; k += 4) {
      const p = v128.load(weights + (k << 2))
      const q = v128.load(w1 + (k << 2))
      let a = v128.load32_splat(a0 + k)
      c00 = i32x4.add(c00, i32x4.dot_i16x8_s(a, p))
      c01 = i32x4.add(c01, i32x4.dot_i16x8_s(a, q))
      a = v128.load32_splat(a1 + k)
      c10 = i32x4.add(c10, i32x4.dot_i16x8_s(a, p))
      c11 = i32x4.add(c11, i32x4.dot_i16x8_s(a, q))
    }
    const g0 = v128.load(steps + n), g1 = v128.load(steps + n, 16)
    const b0 = v128.load(bias + n), b1 = v128.load(bias + n, 16)
    finish(o, c00, c01, s0, g0, g1, b0, b1, rectify, zero)
    finish(o + line, c10, c11, s1, g0, g1, b0, b1, rectify, zero)
    o += 32
    weights += block << 1
  }
}

// @ts-ignore: decorator
@inline
function finish(
  at: usize, c0: v128, c1: v128, scale: v128, g0: v128, g1: v128, b0: v128, b1: v128, rectify: i32, zero: v128,
): void {
  let x = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(c0), f32x4.mul(scale, g0)), b0)
  let y = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(c1), f32x4.mul(scale, g1)), b1)
  if (rectify) {
    x = f32x4.max(x, zero)
    y = f32x4.max(y, zero)
  }
  v128.store(at, x)
  v128.store(at, y, 16)
}

/** `out[t] = x[t] + before * x[t - 1] + after * x[t + 1]`, value by value: each token with a look at its neighbours. */
export function neighbours(x: usize, tokens: i32, width: i32, before: usize, after: usize, out: usize): void {
  const row: usize = <usize>width << 2
  for (let t = 0; t < tokens; t++) {
    const at = x + <usize>t * row
    const to = out + <usize>t * row
    for (let i: usize = 0; i < row; i += 16) {
      let sum = v128.load(at + i)
      if (t > 0) sum = f32x4.add(sum, f32x4.mul(v128.load(before + i), v128.load(at + i - row)))
      if (t + 1 < tokens) sum = f32x4.add(sum, f32x4.mul(v128.load(after + i), v128.load(at + i + row)))
      v128.store(to + i, sum)
    }
  }
}

/** x / sqrt(1 + x^2), moved to 0..1: a gate. */
// @ts-ignore: decorator
@inline
function gate(x: v128, one: v128, half: v128): v128 {
  return f32x4.add(half, f32x4.mul(half, f32x4.div(x, f32x4.sqrt(f32x4.add(one, f32x4.mul(x, x))))))
}

/**
 * The recurrence of one layer, both ways. A row of `gates` holds, for the forward and then for the backward direction, `hidden` values
 * each of: what is new, how much of the memory stays, and how much of the memory shows. Where `shortcut` is not 0, what does not show
 * of the memory shows of the row of `shortcut` (2 * hidden wide). `out` rows are 2 * hidden wide, forward first.
 */
export function recur(gates: usize, tokens: i32, hidden: i32, shortcut: usize, out: usize): void {
  const part: usize = <usize>hidden << 2
  const one = f32x4.splat(1)
  const half = f32x4.splat(0.5)
  for (let direction = 0; direction < 2; direction++) {
    const base = gates + <usize>direction * part * 3
    for (let i: usize = 0; i < part; i += 16) {
      let memory = f32x4.splat(0)
      for (let step = 0; step < tokens; step++) {
        const t: usize = direction == 0 ? step : tokens - 1 - step
        const at = base + t * part * 6 + i
        const stay = gate(v128.load(at + part), one, half)
        const fresh = v128.load(at)
        memory = f32x4.add(fresh, f32x4.mul(stay, f32x4.sub(memory, fresh)))
        const show = gate(v128.load(at + part * 2), one, half)
        const to = t * part * 2 + <usize>direction * part + i
        if (shortcut == 0) v128.store(out + to, f32x4.mul(show, memory))
        else {
          const passed = v128.load(shortcut + to)
          v128.store(out + to, f32x4.add(passed, f32x4.mul(show, f32x4.sub(memory, passed))))
        }
      }
    }
  }
}

/** `out[i][j] = a[i] . b[j]`: f32 rows of `width`, a multiple of 4. */
export function products(a: usize, rows: i32, b: usize, columns: i32, width: i32, out: usize): void {
  const row: usize = <usize>width << 2
  for (let i = 0; i < rows; i++) {
    const x = a + <usize>i * row
    for (let j = 0; j < columns; j++) {
      const y = b + <usize>j * row
      let sum = f32x4.splat(0)
      for (let k: usize = 0; k < row; k += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(x + k), v128.load(y + k)))
      const all =
        f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
      store<f32>(out, all)
      out += 4
    }
  }
}

/**
 * The inner loop of a linear model, whose table lies in the memory (see src/learned/LinearTable.ts): sets the i32 of each class at `out` to
 * the sum over the `n` features at `features`. `size` is the length of a whole row in bytes, a multiple of 16; at `list` there is room for
 * two addresses a feature.
 *
 *     slots   [key, value] by the upper bits of the key, onwards to the next free one; a value of 0 is a free slot
 *     value   ends in 1: one weight, weight << 16 | class << 2 | 1
 *             ends in 2: the address of a whole row, an i16 a class
 *             else: the address of a row of weights as above, of which only the last ends in 1
 */
export function addWeights(
  features: usize, n: i32, slots: usize, shift: i32, out: usize, size: usize, list: usize,
): void {
  // The values of the known features one after the other: whole rows from `list` on, the others from `others` on.
  let whole = list
  const others = list + (<usize>n << 2)
  let last = others
  // The slots are far apart: all are asked for before the first is looked into, so that none is waited for alone.
  let touched: u32 = 0
  for (let at = features, end = features + (<usize>n << 2); at < end; at += 4)
    touched |= load<u32>(slots + (<usize>(load<u32>(at) >> shift) << 3))
  store<u32>(last, touched)
  for (const end = features + (<usize>n << 2); features < end; features += 4) {
    const key = load<u32>(features)
    let at = slots + (<usize>(key >> shift) << 3)
    let value = load<u32>(at, 4)
    while (value != 0 && load<u32>(at) != key) {
      at += 8
      value = load<u32>(at, 4)
    }
    const isWhole = (value >> 1) & 1
    store<u32>(whole, value ^ 2)
    whole += <usize>(isWhole << 2)
    store<u32>(last, value)
    last += <usize>((<u32>(value != 0) & ~isWhole) << 2)
  }
  // Eight classes at a time over the whole rows.
  for (let i: usize = 0; i < size; i += 16) {
    let sum = i32x4.splat(0)
    let sum2 = i32x4.splat(0)
    for (let from = list; from < whole; from += 4) {
      const at = <usize>load<u32>(from) + i
      sum = i32x4.add(sum, v128.load_ext<i16>(at))
      sum2 = i32x4.add(sum2, v128.load_ext<i16>(at, 8))
    }
    v128.store(out + (i << 1), sum)
    v128.store(out + (i << 1), sum2, 16)
  }
  // Weight by weight over the others.
  for (let from = others; from < last; from += 4) {
    let value = load<u32>(from)
    let at: usize = 0
    if ((value & 1) == 0) {
      at = value
      value = load<u32>(at)
    }
    while (true) {
      const to = out + (value & 0xfffc)
      store<i32>(to, load<i32>(to) + (<i32>value >> 16))
      if (value & 1) break
      at += 4
      value = load<u32>(at)
    }
  }
}
