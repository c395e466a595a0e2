import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Permission } from '@parvandeh/contract'
import type { CustomerFile } from '../files/file.types.ts'
import { readFile } from '../files/files.queries.ts'
import { requireVisibleCustomer } from '../files/require-visible-customer.ts'
import { classesOfOwn } from './classes-of-own.ts'
import { bornWith } from './record-changes.ts'
import { readBirths, readOpenRecords } from './provenance.queries.ts'
import type { ProvenanceRecord } from './provenance.queries.ts'
import { valuesOf } from './values.rules.ts'

/** A file whose values are asked about, with the ids under which its rows lie. */
export interface AskedFile {
  file: CustomerFile
  customerIds: string[]
}

/** The file, if the actor may reach it; refuses as if it were not there. */
export async function requireAskedFile(
  context: Context,
  customerId: string,
  permission: Permission = 'customers.read',
): Promise<AskedFile> {
  const { fileIds: customerIds } = await requireVisibleCustomer(context, customerId)
  if (permission !== 'customers.read') {
    const mayWrite = await requireVisibleCustomer(context, customerId, permission).catch(() => undefined)
    if (!mayWrite) throw new AppError('not-permitted')
  }
  const file = await readFile(context, customerId)
  if (!file) throw new AppError('not-found')
  return { file, customerIds }
}

/**
 * Every value of today that the actor may read, with its record: one that never changed and was never judged came with
 * the file. Values that are not in the file itself (an account, a relation) are known by their records alone.
 */
export async function readValues(context: Context, { file, customerIds }: AskedFile): Promise<ProvenanceRecord[]> {
  const [records, births] = [await readOpenRecords(context, customerIds), await readBirths(context, [file.customerId])]
  const birth = births.get(file.customerId)
  const recorded = new Map(records.map((record) => [record.field, record]))
  const held = [...valuesOf(file, await classesOfOwn(context, [file])).values()].flatMap(({ field, accessClass, value }) => {
    const record = recorded.get(field)
    recorded.delete(field)
    if (record) return [{ ...record, accessClass }]
    return birth ? [bornWith(context, birth, { field, accessClass }, value)] : []
  })
  const beside = [...recorded.values()].filter(({ value }) => value !== null)
  return [...held, ...beside].filter(({ accessClass }) => context.actor.fieldClasses.has(accessClass))
}

/** The value of today of one field; a field that is empty, hidden or unknown is not there. */
export async function requireValue(context: Context, asked: AskedFile, field: string): Promise<ProvenanceRecord> {
  const found = (await readValues(context, asked)).find((record) => record.field === field)
  if (!found) throw new AppError('not-found')
  return found
}
