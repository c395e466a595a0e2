import { newId } from '../../../platform/ids.ts'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'

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
export async function writeAudit(context: Context, fact: AuditFact): Promise<void> {
  const { customerId, impersonal = fact.action.endsWith('.read') } = fact
  const keep = async (part: unknown): Promise<string | null> => {
    if (part === undefined || part === null) return null
    const kept = customerId && !impersonal ? await context.sealing.seal(customerId, part) : part
    return kept && JSON.stringify(kept)
  }
  await tablesOf<IdentityTables>(context)
    .insertInto(auditTable)
    .values({
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
    })
    .execute()
}
