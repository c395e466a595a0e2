import type { AccessClass, EventPayload } from '@parvandeh/contract'
import { guardedAttributes } from '@parvandeh/contract'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Context } from '../../../platform/context.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { fieldCatalogue } from '../../customers/index.ts'
import { countFiles, readFacts, readSchemes } from './facts.queries.ts'
import { askRun } from './ask-relations.ts'
import { markRun, newestRun, readGuarded, storeRelations } from './relations.queries.ts'
import type { Attribute, CustomerFacts, Tested } from './relations.types.ts'
import { adjustAll, testAll } from './test-relations.ts'

const filesAtOnce = 5000
const first = '00000000-0000-0000-0000-000000000000'
/** Reading is the longer part of the work. */
const readingShare = 0.7

/** Reads what customers are and do, a part at a time, tests all of it, and keeps what was found. Begun again, it begins anew. */
export async function workRelations(
  { runAsSystem, signal, log }: Pick<LongTools, 'runAsSystem' | 'signal' | 'log'>,
  { id }: EventPayload<'kpi.relations-asked'>,
): Promise<void> {
  const run = await runAsSystem(newestRun)
  if (run?.id !== id || run.state === 'done' || run.state === 'failed') return
  try {
    const attributes = await runAsSystem(attributesTested)
    const facts = await gather({ runAsSystem, signal }, id, attributes)
    if (!facts) return
    const tested = adjustAll(await testing(facts, attributes))
    await runAsSystem(async (context) => {
      await storeRelations(context, id, tested)
      await markRun(context, id, { state: 'done', share: 1, files: facts.length, tests: tested.length })
    })
  } catch (error) {
    log.error({ reason: error instanceof Error ? error.message : String(error) }, 'relations could not be tested')
    await runAsSystem((context) => markRun(context, id, { state: 'failed', share: 1 }))
  }
}

/** Nothing when the process is to stop: the job comes again. */
async function gather(
  { runAsSystem, signal }: Pick<LongTools, 'runAsSystem' | 'signal'>,
  runId: string,
  attributes: readonly Attribute[],
): Promise<CustomerFacts[] | undefined> {
  const { files, parts } = await runAsSystem(countFiles)
  const fields = attributes.map(({ key }) => key).filter((key) => key.startsWith('x.'))
  const facts: CustomerFacts[] = []
  for (let after: string | undefined = first; after !== undefined;) {
    if (signal.aborted) return undefined
    const from: string = after
    const read = await runAsSystem(async (context) => {
      const some = await readFacts(context, { after: from, limit: filesAtOnce, parts, fields })
      const share = readingShare * Math.min(1, (facts.length + some.facts.length) / Math.max(1, files))
      await markRun(context, runId, { state: 'working', share, files: facts.length + some.facts.length })
      return some
    })
    facts.push(...read.facts)
    after = read.last
  }
  return facts
}

async function testing(facts: readonly CustomerFacts[], attributes: readonly Attribute[]): Promise<Omit<Tested, 'q'>[]> {
  const tests: Omit<Tested, 'q'>[] = []
  for (const test of testAll(facts, attributes)) {
    if (test) tests.push(test)
    // Others are served in between.
    await breathe()
  }
  return tests
}

const built: readonly [key: string, accessClass: AccessClass][] = [
  ['kind', 'public'],
  ['provinceId', 'internal'],
  ['provisional', 'public'],
  ['source', 'internal'],
  ['email', 'internal'],
  ['mobile', 'internal'],
]

/** What is tested: built-in attributes, the organisation's own choices, its classes, and guarded ones that somebody allowed for a reason. */
async function attributesTested(context: Context): Promise<Attribute[]> {
  const none = new Map<string, string>()
  const guarded = await readGuarded(context)
  const { fields } = await fieldCatalogue(context)
  const own = fields.filter(({ custom, type }) => custom && (type === 'choice' || type === 'yes-no'))
  const schemes = await readSchemes(context)
  return [
    ...built.map(([key, accessClass]) => ({ key, name: null, accessClass, names: none })),
    ...guardedAttributes
      .filter((key) => guarded.get(key)?.allowed)
      .map((key) => ({ key, name: null, accessClass: 'sensitive' as const, names: none })),
    ...own.map(({ key, label, accessClass, choices }) => ({
      key,
      name: label.fa,
      accessClass,
      names: new Map(choices?.map((choice) => [choice.key, choice.label.fa])),
    })),
    ...schemes.map(({ schemeId, name, accessClass, classes }) => ({
      key: `class:${schemeId}`,
      name,
      accessClass: accessClass as AccessClass,
      names: new Map(Object.entries(classes)),
    })),
  ]
}

/** Each week the tests are made anew, as there is more to go by. */
export const testWeekly = async ({ runAsSystem }: Pick<LongTools, 'runAsSystem'>): Promise<void> => {
  await runAsSystem(async (context) => {
    // Nobody has asked for any: nobody reads them.
    if (await newestRun(context)) await askRun(context)
  })
}
