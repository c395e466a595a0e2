import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import { readableClasses, visibleRows } from '../identity/index.ts'

/** Which documents the actor may see: rows in reach, of a class that the actor reads. `alias` names the table in the query. */
export const visibleDocuments = (actor: Actor, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${visibleRows(actor, 'documents.read', alias)} and ${sql.ref(`${alias}.access_class`)} = any(${readableClasses(actor)}))`
