import { keepSheets, sheetsBehind } from '../../server/src/modules/kpi/index.ts'
import { openProduct } from './open-product.ts'
import type { BenchData } from './prepare-data.ts'

/** Makes the sheets of the indicators as the product's worker makes them, where they are not there yet. */
export async function makeSheets(data: BenchData, say: (words: string) => void): Promise<void> {
  const app = await openProduct(data)
  try {
    const began = performance.now()
    const { signal } = new AbortController()
    for (;;) {
      const { marked, toBuild } = await app.runAsSystem(sheetsBehind)
      if (marked === 0 && toBuild === 0) break
      say(`sheets of the indicators: ${toBuild ?? 'all'} days are to be made, ${marked} to be counted again`)
      await keepSheets({ runAsSystem: app.runAsSystem, signal })
    }
    say(`sheets are there after ${((performance.now() - began) / 1000).toFixed(0)} s`)
  } finally {
    await app.close()
  }
}
