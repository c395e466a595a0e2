import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import * as statistics from './index.ts'
import { textOf } from './testing/reference-data.ts'

test('the first example of the README runs, and shows who is better', () => {
  const [, example] = /```ts\n(import \{ fitMixedModel \}[^`]+)```/u.exec(textOf(new URL('../README.md', import.meta.url)))!
  const body = example!.replace(/^import .*$/mu, '')
  const run = runInThisContext(`(fitMixedModel) => {${body}; return fit}`) as (
    fit: typeof statistics.fitMixedModel,
  ) => statistics.MixedModelFit
  const { converged, beta, terms } = run(statistics.fitMixedModel)
  expect(converged).toBe(true)
  expect(beta[1]).toBeLessThan(0)
  expect(terms[1]!.effect[1]).toBeGreaterThan(terms[1]!.effect[2]!)
})
