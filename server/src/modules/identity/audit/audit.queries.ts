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
  /** Who, when it is not the context's actor: somebody signing in is not yet an actor. */
  actorId?: string | null
}

/** Adds a line to the audit trail, in the caller's transaction. It can be neither changed nor taken back. */
export async function writeAudit(context: Context, fact: AuditFact): Promise<void> {
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
      before: fact.before === undefined ? null : JSON.stringify(fact.before),
      after: fact.after === undefined ? null : JSON.stringify(fact.after),
      address: context.actor.address,
    })
    .execute()
}
