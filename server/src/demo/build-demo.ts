import type { App } from '../app.ts'
import { loadDocuments } from '../modules/documents/index.ts'
import { loadInteractions } from '../modules/interactions/index.ts'
import type { Context } from '../platform/context.ts'
import { generateHistory } from './generate/generate-history.ts'
import type { DemoHistory, DemoPaper } from './generate/history.types.ts'
import { loadCompany } from './load/load-company.ts'
import type { CompanyIds } from './load/load-company.ts'
import { loadCustomers } from './load/load-customers.ts'
import { loadRequests } from './load/load-requests.ts'
import { pastInteraction } from './load/past-interaction.ts'

/** The seed of the demo that everybody sees. */
export const demoSeed = 1405

export interface BuildOptions {
  onProgress: (share: number) => void
  withTruths: boolean
  /** 1 is the whole demo; tests are content with less. */
  scale?: number
}

/** Fills an empty database with a fictional company and two Jalali years of its history. */
export async function buildDemo(app: App, { onProgress, withTruths, scale = 1 }: BuildOptions): Promise<void> {
  const { ids, now } = await app.runAsSystem(async (context) => ({ ids: await loadCompany(context, app.auth), now: context.now }))
  onProgress(0.03)
  const history = await atEase(generateHistory({ seed: demoSeed, now, withTruths, scale }))
  const inBatches = batchesInto(app, onProgress)
  const customerIds: string[] = []
  await inBatches(history.customers, { from: 0.03, to: 0.1, expected: history.customers.length, atOnce: 60 }, async (context, batch) => {
    customerIds.push(...(await loadCustomers(context, ids, batch)))
  })
  await inBatches(history.requests(), { from: 0.1, to: 0.7, expected: 6000 * scale, atOnce: 40 }, (context, batch) =>
    loadRequests(context, ids, customerIds, batch),
  )
  await inBatches(history.interactions(), { from: 0.7, to: 0.85, expected: 12_000 * scale, atOnce: 200 }, async (context, batch) => {
    await loadInteractions(
      context,
      batch.map((one) => pastInteraction(one, ids, customerIds, context.now)),
    )
  })
  await loadPapers(app, history, ids, customerIds)
  // The lines of the timelines follow from the events; nobody is to meet files without them.
  await app.workOffJobs()
  onProgress(1)
}

interface Stretch {
  from: number
  to: number
  expected: number
  atOnce: number
}

/** A transaction for each batch, and between two of them the process does what else it has to do. */
function batchesInto(app: App, onProgress: (share: number) => void) {
  return async <T>(
    items: Iterable<T>,
    { from, to, expected, atOnce }: Stretch,
    load: (context: Context, batch: readonly T[]) => Promise<void>,
  ): Promise<void> => {
    let done = 0
    let batch: T[] = []
    const flush = async (): Promise<void> => {
      const full = batch
      batch = []
      if (full.length > 0) await app.runAsSystem((context) => load(context, full))
      done += full.length
      onProgress(from + (to - from) * Math.min(done / expected, 1))
      await breath()
    }
    for (const item of items) {
      batch.push(item)
      if (batch.length === atOnce) await flush()
    }
    await flush()
  }
}

/** Takes the steps of long reckoning one by one. */
async function atEase<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await breath()
  }
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function loadPapers(app: App, history: DemoHistory, ids: CompanyIds, customerIds: readonly string[]): Promise<void> {
  const past = [...history.papers()].map(({ customer, unit, person, ...paper }: DemoPaper) => ({
    ...paper,
    customerId: customerIds[customer] ?? '',
    unitId: ids.unit(unit),
    addedBy: ids.person(person),
  }))
  await app.runAsSystem((context) => loadDocuments(context, app.blobs, past))
}
