import type { CustomValue, FailureCode } from '@parvandeh/contract'
import type { Actor, Context } from '../../../platform/context.ts'
import { refusalOf } from '../../../platform/http/problems.ts'
import { laidOver } from '../../../platform/laid-over.ts'
import { decisionBetween, mayReach } from '../../identity/index.ts'
import type { BulkDecision, BulkOutcome } from '../../identity/index.ts'
import { customPath } from '../fields/settle-custom.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { lockFiles } from '../files/files.queries.ts'
import { saidBy } from '../files/patch-customer.ts'
import type { FilePatch } from '../files/patch-customer.ts'
import { decideChange, writeChangedFiles } from '../files/write-changed-file.ts'
import type { ChosenFile } from './chosen.queries.ts'
import { requireLawful } from './require-lawful.ts'
import type { FieldsChange } from './require-lawful.ts'
import type { FileVerb } from './verb.types.ts'

/** Sets some fields of many files alike: as anybody changes them one by one. */
export const editFiles: FileVerb<FieldsChange> = {
  settle: requireLawful,
  foresee: async ({ actor }, files, change) => files.map((file) => decide(actor, file, change)),
  change: async (context, items, change) => {
    const files = await lockFiles(
      context,
      items.map(({ customerId }) => customerId),
    )
    const decided = await decideAll(context, items, files, () => change)
    return decided.map(({ before, after, refusal }) => {
      if (refusal || !before || after === before) return { refusal }
      return { done: { before: valuesOf(before, change), version: after?.version ?? 0 } }
    })
  },
  putBack: async (context, items) => {
    const files = await lockFiles(
      context,
      items.map(({ customerId }) => customerId),
    )
    const untouched = new Map(
      [...files].filter(([id, file]) => items.some((item) => item.customerId === id && item.version === file.version)),
    )
    const patches = new Map(items.map(({ customerId, before }) => [customerId, before as FilePatch]))
    const decided = await decideAll(context, items, untouched, (id) => patches.get(id) ?? {})
    return decided.map(({ refusal }, index): BulkOutcome => {
      const isTouched = files.has(items[index]?.customerId ?? '') && !untouched.has(items[index]?.customerId ?? '')
      return { refusal: isTouched ? 'changed-meanwhile' : refusal }
    })
  },
}

interface Decided {
  before?: CustomerFile
  after?: CustomerFile
  refusal?: FailureCode
}

/** Decides for each file by its own rules, and writes together those that change. */
async function decideAll(
  context: Context,
  items: readonly { customerId: string }[],
  files: ReadonlyMap<string, CustomerFile>,
  patchOf: (customerId: string) => FilePatch,
): Promise<Decided[]> {
  const decided: Decided[] = []
  for (const { customerId } of items) decided.push(await decideOne(context, files.get(customerId), patchOf(customerId)))
  const changed = decided.flatMap(({ before, after }) => (before && after && before !== after ? [{ before, after }] : []))
  await writeChangedFiles(context, changed)
  return decided
}

async function decideOne(context: Context, before: CustomerFile | undefined, patch: FilePatch): Promise<Decided> {
  if (!before || !mayReach(context.actor, 'customers.read', before)) return { refusal: 'not-found' }
  if (!mayReach(context.actor, 'customers.write', before)) return { refusal: 'not-permitted' }
  try {
    return { before, after: await decideChange(context, before, saidBy(before, patch)) }
  } catch (error) {
    const { code } = refusalOf(error)
    if (code === 'unexpected' || code === 'unavailable') throw error
    return { refusal: code }
  }
}

function valuesOf({ unitId, ownerId, provisional, fields, custom }: CustomerFile, change: FieldsChange): Record<string, unknown> {
  const own = Object.fromEntries(Object.keys(change.custom ?? {}).map((key) => [key, custom[key] ?? null]))
  const values: Record<string, unknown> = { ...fields, unitId, ownerId, provisional, custom: own }
  return Object.fromEntries(Object.keys(change).map((field) => [field, values[field]]))
}

/** As changing the file would decide, but for doubts, which are found only when it is written. */
function decide(
  actor: Actor,
  { customerId, code: label, version: _version, ownValues, ...before }: ChosenFile,
  { custom = {}, ...change }: FieldsChange,
): BulkDecision {
  const key = { customerId, id: customerId, label }
  const after = laidOver(before, change)
  if (!mayReach(actor, 'customers.write', before)) return { ...key, refusal: 'not-permitted' }
  // What a file does not hold is told as nothing, and not left out.
  const held = { ...Object.fromEntries(Object.keys(custom).map((key) => [key, null])), ...ownValues }
  const decision = decisionBetween({ ...before, ...told(held) }, { ...after, ...told({ ...held, ...custom }) })
  if (decision.after && !mayReach(actor, 'customers.write', after)) return { ...key, refusal: 'not-permitted' }
  return { ...key, ...decision }
}

/** Own values by their paths, as a sample of changes tells them. */
const told = (values: Readonly<Record<string, CustomValue>>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [customPath(key), Array.isArray(value) ? value.join(', ') : value]))
