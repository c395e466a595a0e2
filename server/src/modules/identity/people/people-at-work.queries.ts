import { sql } from 'kysely'
import type { Permission } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { visibleRows } from '../access/row-scope.ts'

export interface PersonAtWork {
  id: string
  unitId: string | null
  seenAt: Date | null
  takesWork: boolean
}

/**
 * The active people of the units that the actor reaches under a permission, of the given units alone where some are
 * given; each with when they last used a session and whether their roles let them do what `work` names.
 */
export async function readPeopleInReach(
  context: Context,
  asked: { permission: Permission; work: Permission; unitIds: readonly string[] | undefined; limit: number },
): Promise<PersonAtWork[]> {
  const within = asked.unitIds === undefined ? sql`true` : sql`p.unit_id = any(${[...asked.unitIds]}::uuid[])`
  const found = await sql<PersonAtWork>`
    select p.id, p.unit_id as "unitId",
      (select max(s."updatedAt") from auth."session" s where s."userId" = p.user_id and s."expiresAt" > ${context.now}) as "seenAt",
      exists (select 1 from identity.person_role pr join identity.role r on r.id = pr.role_id
        where pr.person_id = p.id and r.grants ? ${asked.work}) as "takesWork"
    from identity.person p
    where p.active and ${within} and ${visibleRows(context.actor, asked.permission, 'p', 'id')}
    order by p.name_spaced, p.id limit ${asked.limit}`.execute(context.tx)
  return found.rows
}
