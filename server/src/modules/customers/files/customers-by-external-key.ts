import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { displayNameOf } from './display-name.rules.ts'
import { externalValue } from './external-value.ts'
import { claimExternal, readExternal } from './external-keys.queries.ts'
import { nothingKnown } from './nothing-known.rules.ts'
import type { CustomerFile, FixedFields, ValueSource } from './file.types.ts'
import { takeCodes } from './files.queries.ts'
import { keepNewFiles } from './keep-files.ts'

interface ExternalCustomer {
  key: string
  name: string | null
  /** Of the import, where the customer is first named. */
  row?: number
}

const mostAtOnce = 500

/**
 * Files of customers whom another system knows by a key, by that key. Those without a file get a provisional one
 * in the unit, named as given; a key given twice is one customer. A few statements for each five hundred keys.
 */
export async function customersByExternalKey(
  context: Context,
  source: string,
  entries: readonly ExternalCustomer[],
  unitId: string | null,
  from: ValueSource = { kind: 'import' },
): Promise<Map<string, string>> {
  const byValue = new Map<string, ExternalCustomer>()
  for (const entry of entries)
    if (!byValue.get(externalValue(source, entry.key))?.name) byValue.set(externalValue(source, entry.key), entry)
  const idByValue = new Map<string, string>()
  const values = [...byValue.keys()]
  for (let start = 0; start < values.length; start += mostAtOnce) {
    const batch = values.slice(start, start + mostAtOnce)
    const found = await readExternal(context, batch)
    const missing = batch.filter((value) => !found.has(value))
    const made =
      missing.length === 0
        ? new Map<string, string>()
        : await makeFiles(
            context,
            source,
            missing.map((value) => ({ value, name: null, key: '', ...byValue.get(value) })),
            unitId,
            from,
          )
    for (const [value, customerId] of [...found, ...made]) idByValue.set(value, customerId)
  }
  return new Map(entries.map(({ key }) => [key, idByValue.get(externalValue(source, key)) ?? '']))
}

async function makeFiles(
  context: Context,
  source: string,
  missing: readonly (ExternalCustomer & { value: string })[],
  unitId: string | null,
  from: ValueSource,
): Promise<Map<string, string>> {
  const codes = await takeCodes(context, missing.length)
  const files = missing.map((entry, index) => ({
    after: fileOf(context, entry.name, codes[index] ?? '', unitId),
    source: { ...from, row: entry.row ?? null },
    externalKey: entry.key,
    value: entry.value,
  }))
  const won = await claimExternal(
    context,
    files.map(({ value, after }) => ({ value, customerId: after.customerId })),
  )
  const made = files.filter(({ value }) => won.has(value))
  await keepNewFiles(context, made)
  if (made.length > 0) {
    await writeAudit(context, {
      action: 'customers.loaded',
      subjectType: 'customer',
      after: { source, count: made.length, unitId, firstCode: made[0]?.after.code },
    })
    await context.publish('customers.files-loaded', { source, count: made.length })
  }
  const lost =
    made.length === files.length
      ? new Map<string, string>()
      : await readExternal(
          context,
          files.map(({ value }) => value),
        )
  return new Map([...lost, ...made.map(({ value, after }) => [value, after.customerId] as const)])
}

function fileOf(context: Context, name: string | null, code: string, unitId: string | null): CustomerFile {
  const fields: FixedFields = { ...nothingKnown, lastName: foldForStorage(name ?? '').slice(0, 200) || null }
  return {
    customerId: newId(context.now),
    code,
    fields,
    accessPoints: [],
    displayName: displayNameOf({ fields, accessPoints: [] }, code),
    mainPhone: null,
    unitId,
    ownerId: null,
    custom: {},
    provisional: true,
    acceptedProblems: {},
    version: 1,
    createdAt: context.now,
    updatedAt: context.now,
  }
}
