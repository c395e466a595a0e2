import { z } from 'zod'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { leastIdAt } from '../../../platform/ids.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { isBox } from '../../../platform/subjects/box.ts'
import type { IdentityTables } from '../identity.tables.ts'
import { readableParts } from './readable-parts.rules.ts'

interface AuditQuery {
  limit: number
  after?: string | undefined
  personId?: string | undefined
  action?: string | undefined
  subjectId?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** The audit trail, newest first. Ids are made in the order of time, so they are the key of the page. */
export async function listAudit(context: Context, query: AuditQuery) {
  const after = decodeKey(query.after, z.tuple([z.uuid()]))
  let select = tablesOf<IdentityTables>(context)
    .selectFrom('identity.audit_entry as a')
    .leftJoin('identity.person as p', 'p.id', 'a.actor_id')
    .selectAll('a')
    .select('p.name as actor_name')
    .orderBy('a.id', 'desc')
    .limit(query.limit + 1)
  if (after) select = select.where('a.id', '<', after[0])
  if (query.personId !== undefined) select = select.where('a.actor_id', '=', query.personId)
  if (query.action !== undefined) select = select.where('a.action', '=', query.action)
  if (query.subjectId !== undefined) select = select.where('a.subject_id', '=', query.subjectId)
  if (query.from !== undefined) select = select.where('a.id', '>=', leastIdAt(new Date(query.from)))
  if (query.to !== undefined) select = select.where('a.id', '<', leastIdAt(new Date(query.to)))
  const page = pageFrom(await select.execute(), query.limit, (row) => [row.id])
  const sealed = new Set(page.rows.flatMap((row) => (isBox(row.before) || isBox(row.after) ? [row.id] : [])))
  const opened = await context.sealing.open(page.rows)
  const rows = opened.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    actorId: row.actor_id,
    actorName: row.actor_name,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    ...readableParts(row, context.actor.fieldClasses),
    /** Its words are gone for good: the customer was erased. */
    erased: sealed.has(row.id) && row.before === null && row.after === null,
    address: row.address,
  }))
  return { ...page, rows }
}
