import type { Notice } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { codeOf } from './codes.queries.ts'
import type { StoredContradiction } from './contradictions.queries.ts'

/** Tells screens that show it, and whoever the notices are for. */
export const announceContradiction = (context: Context, one: StoredContradiction, notices: Notice[] = []): Promise<void> => {
  const { customerId, id, version, unitId, ownerId } = one
  return context.publish('customers.contradiction-changed', { customerId, id, version, unitId, ownerId, notices })
}

/** For whoever is responsible for the file. It says of which file, and of nothing in it. */
export const noticeOf = async (context: Context, one: StoredContradiction): Promise<Notice> => ({
  kind: 'contradiction-found',
  personIds: one.ownerId === null ? [] : [one.ownerId],
  toUnitId: null,
  byPersonId: context.actor.personId,
  permission: 'customers.read',
  unitId: one.unitId,
  ownerId: one.ownerId,
  subjectType: 'contradiction',
  subjectId: one.customerId,
  label: await codeOf(context, one.customerId),
  title: null,
  titleClass: 'internal',
  outcome: null,
})
