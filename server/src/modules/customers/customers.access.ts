import { permissionKeys } from '@parvandeh/contract'
import type { Permission } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import { readableClasses, visibleRows } from '../identity/index.ts'
import { nameByCode } from './files/display-name.rules.ts'
import { accessPointClass } from './files/search-rows.rules.ts'
import { contactKinds } from './timeline/contact.rules.ts'

/** The files that the actor may see under the permission; what was merged or deleted is not among them. */
export const visibleFiles = (actor: Actor, permission: Permission, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(not ${sql.ref(`${alias}.gone`)} and ${visibleRows(actor, permission, alias)})`

const readableLines = (actor: Actor, alias: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.access_class`)} = any(${readableClasses(actor)}::text[])`

/**
 * Rows of search whose class the actor may read. Those of the organisation's own fields carry the field in its place
 * (`x.` and its key), so that a field made secret or removed is found by nobody from that moment.
 */
export const readableRows = (actor: Actor, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${readableLines(actor, alias)} or ${sql.ref(`${alias}.access_class`)} in (
    select 'x.' || f.key from customers.field f where f.removed_at is null and f.searchable and f.access_class = any(${readableClasses(actor)}::text[])))`

/**
 * Which timeline lines the actor may see: each line says under which permission, over its own unit and owner.
 * Permissions of one scope are one condition.
 */
export function visibleLines(actor: Actor, alias: string): RawBuilder<boolean> {
  const byScope = new Map<string, Permission[]>()
  for (const permission of permissionKeys) {
    const scope = actor.grants[permission]
    if (scope !== undefined) byScope.set(scope, [...(byScope.get(scope) ?? []), permission])
  }
  const reached = [...byScope.values()].map(
    (permissions) =>
      sql<boolean>`(${sql.ref(`${alias}.permission`)} = any(${permissions}::text[]) and ${visibleRows(actor, permissions[0] ?? 'customers.read', alias)})`,
  )
  if (reached.length === 0) return sql<boolean>`false`
  return sql<boolean>`(${sql.join(reached, sql` or `)}) and ${readableLines(actor, alias)}`
}

/** Whether every contact is in the actor's sight: then the moment kept on the file is theirs to know and to sort by. */
export const seesEveryContact = (actor: Actor): boolean => actor.grants['interactions.read'] === 'all'

/**
 * When the customer was last in contact, as far as the actor may know it: a contact of another unit, out of sight,
 * must not show in a list by its time either.
 */
export function lastVisibleContact(actor: Actor, alias: string): RawBuilder<Date | null> {
  if (seesEveryContact(actor)) return sql<Date | null>`nullif(${sql.ref(`${alias}.last_contact_at`)}, '-infinity')`
  const own = sql.ref(`${alias}.customer_id`)
  const last = (customerId: RawBuilder<unknown>) => sql`(select t.at from customers.timeline_entry t where t.customer_id = ${customerId}
    and t.kind = any(${[...contactKinds]}::text[]) and ${visibleLines(actor, 't')} order by t.at desc limit 1)`
  return sql<Date | null>`greatest(${last(sql`${own}`)},
    (select max(${last(sql`m.customer_id`)}) from customers.customer m where m.merged_into = ${own}))`
}

/**
 * What a file of `customers.customer` is called for this reader. Without a name it goes by a number or an address,
 * and whoever may not read those knows it by its code, as everybody does one that was removed.
 */
export function shownName(actor: Actor, alias: string): RawBuilder<string> {
  const named = sql<boolean>`${sql.ref(`${alias}.deleted_at`)} is null`
  const shown = actor.fieldClasses.has(accessPointClass) ? named : sql<boolean>`${named} and ${hasName(alias)}`
  const byCode = sql`${nameByCode('')} || translate(${sql.ref(`${alias}.code`)}, '0123456789', '۰۱۲۳۴۵۶۷۸۹')`
  return sql<string>`case when ${shown} then ${sql.ref(`${alias}.display_name`)} else ${byCode} end`
}

/** Whether the file is called by a name, and not by a number or an address in its place. */
export const hasName = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`num_nonnulls(${sql.ref(`${alias}.first_name`)}, ${sql.ref(`${alias}.last_name`)}, ${sql.ref(`${alias}.organisation_name`)}) > 0`
