import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fewAtOnce } from './few-at-once.ts'

test('no more run at a time than may, all come to their turn in order, and one that fails keeps nobody waiting', async () => {
  const inTurn = fewAtOnce(2)
  let [running, most] = [0, 0]
  const begun: number[] = []
  const work = (number: number) =>
    inTurn(async () => {
      running += 1
      most = Math.max(most, running)
      begun.push(number)
      await turn()
      running -= 1
      if (number % 3 === 0) throw new Error(`${number} fails`)
      return number
    })
  const done = await Promise.allSettled(Array.from({ length: 10 }, (_, number) => work(number)))
  expect(done.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual(
    Array.from({ length: 10 }, (_, number) => (number % 3 === 0 ? `Error: ${number} fails` : number)),
  )
  expect([most, begun]).toEqual([2, Array.from({ length: 10 }, (_, number) => number)])
})
