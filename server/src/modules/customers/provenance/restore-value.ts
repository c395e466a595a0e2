import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { CustomerFile, FixedFields } from '../files/file.types.ts'
import { patchFile } from '../files/patch-customer.ts'
import type { FilePatch } from '../files/patch-customer.ts'
import { presentFile } from '../files/present-file.ts'
import { lockForChange } from '../files/write-changed-file.ts'
import { readRecord } from './provenance.queries.ts'
import type { ProvenanceRecord } from './provenance.queries.ts'
import { requireAskedFile } from './values-of-file.ts'
import { pointOf } from './values.rules.ts'

/** Puts an older value back, with the source that it had; doubts about it need their reasons like any others. */
export async function restoreValue(
  context: Context,
  customerId: string,
  { id, version, acceptedProblems }: BodyOf<typeof contract.provenance.restore>,
) {
  const { customerIds } = await requireAskedFile(context, customerId)
  const record = await recordAmong(context, customerIds, id)
  if (!context.actor.fieldClasses.has(record.accessClass)) throw new AppError('not-found')
  const before = await lockForChange(context, customerId, version)
  const { sourceKind, sourceId, sourceRow, confidence } = record
  const source = sourceKind === null ? undefined : { kind: sourceKind, id: sourceId, row: sourceRow, confidence }
  const after = await patchFile(context, before, { ...patchOf(before, record), acceptedProblems }, source)
  return presentFile(context, after)
}

async function recordAmong(context: Context, customerIds: readonly string[], id: string): Promise<ProvenanceRecord> {
  for (const customerId of customerIds) {
    const record = await readRecord(context, customerId, id)
    if (record) return record
  }
  throw new AppError('not-found')
}

function patchOf(before: CustomerFile, { field, value }: ProvenanceRecord): FilePatch {
  const pointId = pointOf(field)
  if (pointId !== undefined) return { accessPoints: pointsWith(before, pointId, value) }
  if (field.startsWith('x.')) return { custom: { [field.slice(2)]: value } } as FilePatch
  if (!(field in before.fields)) throw new AppError('not-found')
  return { [field as keyof FixedFields]: value } as FilePatch
}

function pointsWith({ accessPoints }: CustomerFile, pointId: string, value: unknown): FilePatch['accessPoints'] {
  if (value === null) return accessPoints.filter(({ id }) => id !== pointId)
  const point = { ...(value as CustomerFile['accessPoints'][number]), id: pointId }
  return accessPoints.some(({ id }) => id === pointId)
    ? accessPoints.map((one) => (one.id === pointId ? point : one))
    : [...accessPoints, point]
}
