import { newId } from '../../../platform/ids.ts'
import type { Context } from '../../../platform/context.ts'
import { insertRows } from '../../../platform/database/insert-rows.ts'

/** The table that the application's role may add to and read, and nothing else. */
export const auditTable = 'identity.audit_entry'

export interface AuditFact {
  /** `noun.verb`, such as `customer.changed`, `field.read`, `session.opened`. */
  action: string
  subjectType: string
  subjectId?: string | null
  customerId?: string | null
  before?: unknown
  after?: unknown
  /** Nothing in it came from the customer: names of fields, ids, counts. It stays readable when the customer is erased. So is what was read, always. */
  impersonal?: boolean
  /** Who, when it is not the context's actor: somebody signing in is not yet an actor. */
  actorId?: string | null
}

/** Adds a line to the audit trail, in the caller's transaction. It can be neither changed nor taken back; what it says of a customer can be erased. */
export const writeAudit = (context: Context, fact: AuditFact): Promise<void> => writeAudits(context, [fact])

/** The same for many lines, in a handful of statements. */
export async function writeAudits(context: Context, facts: readonly AuditFact[]): Promise<void> {
  await context.sealing.prepare(facts.flatMap((fact) => (isSealed(fact) ? [fact.customerId ?? ''] : [])))
  const rows = []
  for (const fact of facts) rows.push(await rowOf(context, fact))
  await insertRows(context, auditTable, rows, ['before', 'after'])
}

/** What was read is told by names, and stays readable. */
const isSealed = ({ customerId, action, impersonal = action.endsWith('.read') }: AuditFact): boolean => Boolean(customerId) && !impersonal

async function rowOf(context: Context, fact: AuditFact) {
  const keep = async (part: unknown): Promise<string | null> => {
    if (part === undefined || part === null) return null
    return JSON.stringify(isSealed(fact) ? await context.sealing.seal(fact.customerId ?? '', part) : part)
  }
  return {
    id: newId(context.now),
    at: context.now,
    actor_kind: context.actor.kind,
    actor_id: fact.actorId ?? context.actor.personId,
    action: fact.action,
    subject_type: fact.subjectType,
    subject_id: fact.subjectId ?? null,
    customer_id: fact.customerId ?? null,
    before: await keep(fact.before),
    after: await keep(fact.after),
    address: context.actor.address,
  }
}
