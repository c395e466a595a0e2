/** A function with its gradient at a point; value Infinity where it has none. */
export interface Looked {
  value: number
  gradient: () => Float64Array
}

export interface Minimum {
  point: Float64Array
  value: number
  /** g' H^-1 g at the end, H^-1 being the running approximation of the inverse second derivatives. */
  decrement: number
  iterations: number
  converged: boolean
}

interface Search {
  /** H^-1 to start from, order n. */
  metric: Float64Array
  tolerance: number
  maxIterations: number
  onIteration: (iteration: number, value: number, decrement: number) => void
}

const mostHalvings = 40
/** Sufficient decrease (Nocedal and Wright 2006, section 3.1). */
const armijo = 1e-4

/** Minimum of a smooth function by BFGS with backtracking (Nocedal and Wright 2006, Numerical Optimization, chapter 6). */
export function minimise(look: (point: Float64Array) => Looked, start: Float64Array, search: Search): Minimum {
  const metric = search.metric.slice()
  let point = start
  let here = look(point)
  let gradient = here.gradient()
  for (let iteration = 0; ; iteration += 1) {
    const direction = multiply(metric, gradient).map((value) => -value)
    const decrement = -dot(direction, gradient)
    search.onIteration(iteration, here.value, decrement)
    const end = { point, value: here.value, decrement, iterations: iteration }
    if (decrement < search.tolerance) return { ...end, converged: true }
    if (iteration === search.maxIterations) return { ...end, converged: false }
    let share = 1
    let next = point.map((value, i) => value + direction[i]!)
    let there = look(next)
    for (let halving = 0; !(there.value <= here.value - armijo * share * decrement) && halving < mostHalvings; halving += 1) {
      share /= 2
      next = point.map((value, i) => value + share * direction[i]!)
      there = look(next)
    }
    if (!(there.value <= here.value)) return { ...end, converged: decrement < Math.sqrt(search.tolerance) }
    const nextGradient = there.gradient()
    update(
      metric,
      next.map((value, i) => value - point[i]!),
      nextGradient.map((value, i) => value - gradient[i]!),
    )
    ;[point, here, gradient] = [next, there, nextGradient]
  }
}

/** H^-1 := (I - r s y') H^-1 (I - r y s') + r s s', r = 1 / y's; left as it is where y's is not positive. */
function update(metric: Float64Array, s: Float64Array, y: Float64Array): void {
  const curvature = dot(s, y)
  if (!(curvature > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y)))) return
  const n = s.length
  const image = multiply(metric, y)
  const scale = (1 + dot(y, image) / curvature) / curvature
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) metric[i * n + j]! += scale * s[i]! * s[j]! - (image[i]! * s[j]! + s[i]! * image[j]!) / curvature
}

function multiply(matrix: Float64Array, x: Float64Array): Float64Array {
  const n = x.length
  return x.map((_, i) => {
    let sum = 0
    for (let j = 0; j < n; j += 1) sum += matrix[i * n + j]! * x[j]!
    return sum
  })
}

const dot = (left: Float64Array, right: Float64Array): number => left.reduce((sum, value, i) => sum + value * right[i]!, 0)
