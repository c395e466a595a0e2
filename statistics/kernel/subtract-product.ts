// AssemblyScript, not TypeScript: compiled by build/kernel.ts to the WebAssembly module that src/dense/wasm-kernel.ts runs.
// All places and strides are in bytes.

/** C -= A B' for C (m x n), A (m x k), B (n x k): tiles of 4 x 3 sums, two products at once in each. */
export function subtractProduct(c: usize, cs: usize, a: usize, as: usize, b: usize, bs: usize, m: i32, n: i32, k: i32): void {
  const whole = n - (n % 3)
  let i = 0
  for (; i + 4 <= m; i += 4) {
    const row = a + <usize>i * as
    const target = c + <usize>i * cs
    let j = 0
    for (; j < whole; j += 3) subtractTile(target + (<usize>j << 3), cs, row, as, b + <usize>j * bs, bs, k)
    for (; j < n; j += 1) for (let s = 0; s < 4; s += 1) subtractDot(target + <usize>s * cs + (<usize>j << 3), row + <usize>s * as, b + <usize>j * bs, k)
  }
  for (; i < m; i += 1) for (let j = 0; j < n; j += 1) subtractDot(c + <usize>i * cs + (<usize>j << 3), a + <usize>i * as, b + <usize>j * bs, k)
}

// @ts-ignore: decorator of AssemblyScript
@inline
function both(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)
}

// @ts-ignore: decorator of AssemblyScript
@inline
function subtract(at: usize, sum: v128, rest: f64): void {
  store<f64>(at, load<f64>(at) - (both(sum) + rest))
}

function subtractDot(c: usize, a: usize, b: usize, k: i32): void {
  let sum = f64x2.splat(0)
  let t = 0
  for (; t + 2 <= k; t += 2) sum = f64x2.add(sum, f64x2.mul(v128.load(a + (<usize>t << 3)), v128.load(b + (<usize>t << 3))))
  subtract(c, sum, t < k ? load<f64>(a + (<usize>t << 3)) * load<f64>(b + (<usize>t << 3)) : 0)
}

function subtractTile(c: usize, cs: usize, a: usize, as: usize, b: usize, bs: usize, k: i32): void {
  let s00 = f64x2.splat(0)
  let s01 = s00
  let s02 = s00
  let s10 = s00
  let s11 = s00
  let s12 = s00
  let s20 = s00
  let s21 = s00
  let s22 = s00
  let s30 = s00
  let s31 = s00
  let s32 = s00
  let a0 = a
  let a1 = a + as
  let a2 = a1 + as
  let a3 = a2 + as
  let b0 = b
  let b1 = b + bs
  let b2 = b1 + bs
  for (const end = a + (<usize>(k >> 1) << 4); a0 < end; ) {
    const y0 = v128.load(b0)
    const y1 = v128.load(b1)
    const y2 = v128.load(b2)
    let x = v128.load(a0)
    s00 = f64x2.add(s00, f64x2.mul(x, y0))
    s01 = f64x2.add(s01, f64x2.mul(x, y1))
    s02 = f64x2.add(s02, f64x2.mul(x, y2))
    x = v128.load(a1)
    s10 = f64x2.add(s10, f64x2.mul(x, y0))
    s11 = f64x2.add(s11, f64x2.mul(x, y1))
    s12 = f64x2.add(s12, f64x2.mul(x, y2))
    x = v128.load(a2)
    s20 = f64x2.add(s20, f64x2.mul(x, y0))
    s21 = f64x2.add(s21, f64x2.mul(x, y1))
    s22 = f64x2.add(s22, f64x2.mul(x, y2))
    x = v128.load(a3)
    s30 = f64x2.add(s30, f64x2.mul(x, y0))
    s31 = f64x2.add(s31, f64x2.mul(x, y1))
    s32 = f64x2.add(s32, f64x2.mul(x, y2))
    a0 += 16
    a1 += 16
    a2 += 16
    a3 += 16
    b0 += 16
    b1 += 16
    b2 += 16
  }
  const odd = (k & 1) != 0
  const r0: f64 = odd ? load<f64>(a0) : 0
  const r1: f64 = odd ? load<f64>(a1) : 0
  const r2: f64 = odd ? load<f64>(a2) : 0
  const r3: f64 = odd ? load<f64>(a3) : 0
  const q0: f64 = odd ? load<f64>(b0) : 0
  const q1: f64 = odd ? load<f64>(b1) : 0
  const q2: f64 = odd ? load<f64>(b2) : 0
  const c1 = c + cs
  const c2 = c1 + cs
  const c3 = c2 + cs
  subtract(c, s00, r0 * q0)
  subtract(c + 8, s01, r0 * q1)
  subtract(c + 16, s02, r0 * q2)
  subtract(c1, s10, r1 * q0)
  subtract(c1 + 8, s11, r1 * q1)
  subtract(c1 + 16, s12, r1 * q2)
  subtract(c2, s20, r2 * q0)
  subtract(c2 + 8, s21, r2 * q1)
  subtract(c2 + 16, s22, r2 * q2)
  subtract(c3, s30, r3 * q0)
  subtract(c3 + 8, s31, r3 * q1)
  subtract(c3 + 16, s32, r3 * q2)
}
