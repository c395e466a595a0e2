import { permissionKeys } from '@parvandeh/contract'
import type { Permission } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import { readableClasses, visibleRows } from '../identity/index.ts'

/** Rows that carry an access class, shown only to those who may read that class. */
export const readableRows = (actor: Actor, alias: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.access_class`)} = any(${readableClasses(actor)}::text[])`

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
  return sql<boolean>`(${sql.join(reached, sql` or `)}) and ${readableRows(actor, alias)}`
}
