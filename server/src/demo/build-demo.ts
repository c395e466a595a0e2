import type { App } from '../app.ts'
import { applyStarterSet, compareChangedFiles, measureDay } from '../modules/customers/index.ts'
import { loadDocuments } from '../modules/documents/index.ts'
import type { PastDocument } from '../modules/documents/index.ts'
import { loadInteractions } from '../modules/interactions/index.ts'
import type { Context } from '../platform/context.ts'
import { tellLedgers } from './generate/ledgers.ts'
import { tellNeighbours } from './generate/neighbours.ts'
import { tellSecondFiles } from './generate/second-files.ts'
import { generateHistory } from './generate/generate-history.ts'
import type { DemoHistory, DemoPaper } from './generate/history.types.ts'
import { loadCompany } from './load/load-company.ts'
import type { CompanyIds } from './load/load-company.ts'
import { loadCustomers } from './load/load-customers.ts'
import { loadLedgers } from './load/load-ledgers.ts'
import { loadNeighbours, loadSchemes } from './load/load-neighbours.ts'
import { loadParcels } from './load/load-parcels.ts'
import { loadDemoProgramme } from './load/load-demo-programme.ts'
import { loadDemoSegments } from './load/load-segments.ts'
import { loadRequests } from './load/load-requests.ts'
import { pastInteraction } from './load/past-interaction.ts'

/** The seed of the demo that everybody sees. */
const demoSeed = 1405

export interface BuildOptions {
  onProgress: (share: number) => void
  withTruths: boolean
  /** 1 is the whole demo; tests are content with less. */
  scale?: number
}

/** Fills an empty database with a fictional company and two Jalali years of its history. */
export async function buildDemo(app: App, { onProgress, withTruths, scale = 1 }: BuildOptions): Promise<void> {
  const { ids, now } = await app.runAsSystem(async (context) => ({ ids: await loadCompany(context, app.auth), now: context.now }))
  const history = await atEase(generateHistory({ seed: demoSeed, now, withTruths, scale }))
  const { passed, inBatches } = batchesInto(app, expectedWork(history, scale), onProgress)
  // The company repairs appliances: of its customers it asks what a technician wants to know.
  await app.runAsSystem((context) => applyStarterSet(context, 'appliances'))
  const customerIds: string[] = []
  await inBatches(history.customers, { atOnce: 60, each: work.customer }, async (context, batch) => {
    customerIds.push(...(await loadCustomers(context, ids, batch)))
  })
  const requests = inBatches(history.requests(), { atOnce: 30, each: work.request }, (context, batch) =>
    loadRequests(context, ids, customerIds, batch),
  )
  const others = inBatches(history.interactions(), { atOnce: 200, each: work.interaction }, async (context, batch) => {
    await loadInteractions(
      context,
      batch.map((one) => pastInteraction(one, ids, customerIds, context.now)),
    )
  })
  const papers = inBatches(history.papers(), { atOnce: 5, each: work.paper }, (context, batch) =>
    loadDocuments(
      context,
      app.blobs,
      batch.map((one) => pastDocument(one, ids, customerIds)),
    ),
  )
  let first = 10_001
  const ledgers = inBatches(
    tellLedgers({ seed: demoSeed, now, customers: history.customers }),
    { atOnce: 200, each: 0 },
    async (context, batch) => {
      await loadLedgers(context, ids, customerIds, { vouchers: batch, first })
      first += batch.length
    },
  )
  await app.runAsSystem(async (context) => void (await loadCustomers(context, ids, tellSecondFiles(demoSeed, history.customers, now))))
  await app.runAsSystem(async (context) => {
    await loadNeighbours(context, customerIds, history.customers, tellNeighbours(demoSeed, history.customers))
    await loadParcels(context, ids, customerIds, history.customers)
  })
  // Side by side: while one waits for the database, another is told.
  await Promise.all([requests, others.then(() => app.workOffJobs()), papers, ledgers])
  // The lines of the timelines follow from the events; nobody is to meet files without them.
  await app.workOffJobs()
  // Classes follow from the whole history, so that no file is told to have changed its class while it was being filled.
  await app.runAsSystem(loadSchemes)
  await app.workOffJobs()
  await compareChangedFiles({ runAsSystem: app.runAsSystem })
  await app.runAsSystem((context) => loadDemoSegments(context, ids, customerIds))
  await app.runAsSystem((context) => loadDemoProgramme(context, ids, customerIds, history.customers))
  await app.runAsSystem(measureDay)
  passed(1)
}

/** What one of each costs to load, for the progress that is shown. */
const work = { customer: 3, request: 10, interaction: 1, paper: 0 }

const expectedWork = ({ customers }: DemoHistory, scale: number): number =>
  (customers.length * work.customer + 6000 * scale * work.request + 12_000 * scale * work.interaction) * 1.05

/** A transaction for each batch, and between two of them the process does what else it has to do. */
function batchesInto(app: App, expected: number, onProgress: (share: number) => void) {
  let done = 0
  const passed = (share: number): void => onProgress(Math.min(share, 1))
  const inBatches = async <T>(
    items: Iterable<T>,
    { atOnce, each }: { atOnce: number; each: number },
    load: (context: Context, batch: readonly T[]) => Promise<void>,
  ): Promise<void> => {
    for (const batch of batchesOf(items, atOnce)) {
      await app.runAsSystem((context) => load(context, batch))
      done += batch.length * each
      passed(Math.min(done / expected, 0.99))
      await breath()
    }
  }
  return { passed, inBatches }
}

function* batchesOf<T>(items: Iterable<T>, atOnce: number): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < atOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
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

function pastDocument({ customer, unit, person, ...paper }: DemoPaper, ids: CompanyIds, customerIds: readonly string[]): PastDocument {
  return { ...paper, customerId: customerIds[customer] ?? '', unitId: ids.unit(unit), addedBy: ids.person(person) }
}
