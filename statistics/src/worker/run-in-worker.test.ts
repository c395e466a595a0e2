import { describe, expect, test } from 'vitest'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { FitProgress } from '../mixed-model/types.ts'
import { madeUpOpinions } from '../testing/made-up-opinions.ts'
import { runInWorker } from './run-in-worker.ts'

const { input } = madeUpOpinions({ rows: 400, customers: 60, employees: 15 })

describe('a fit in a thread of its own', () => {
  test('gives what it gives here, with draws and progress', async () => {
    const seen: FitProgress[] = []
    const wanted = { term: 'employee', draws: 3, seed: 5 }
    const there = await runInWorker('fitMixedModel', { input, draws: [wanted] }, { onProgress: (progress) => seen.push(progress) })
    const { sample, ...here } = fitMixedModel(input)
    expect(there).toEqual({ ...here, samples: [sample('employee', 3, 5)] })
    expect(seen.map(({ iteration }) => iteration)).toEqual(Array.from({ length: here.iterations + 1 }, (_, at) => at))
  })

  test('is refused for the same reason', async () => {
    const y = input.y.slice()
    y[3] = Number.NaN
    await expect(runInWorker('fitMixedModel', { input: { ...input, y } })).rejects.toMatchObject({ code: 'NON_FINITE_Y', row: 3 })
  })

  test('that is given up ends at once, in the middle of its work', async () => {
    const large = madeUpOpinions({ rows: 40_000, customers: 6000, employees: 2500 }).input
    const control = new AbortController()
    const fit = runInWorker('fitMixedModel', { input: large, options: { kernel: 'js' } }, { signal: control.signal })
    const refused = expect(fit).rejects.toMatchObject({ code: 'ABORTED' })
    await new Promise((resolve) => void setTimeout(resolve, 400))
    const start = performance.now()
    control.abort()
    await refused
    expect(performance.now() - start).toBeLessThan(200)
    await expect(runInWorker('fitMixedModel', { input }, { signal: control.signal })).rejects.toMatchObject({ code: 'ABORTED' })
  })
})
