import type { Context } from '../../../platform/context.ts'
import type { ImportKind } from '../integrations.tables.ts'
import { AppError } from '../../../platform/failure.ts'
import { may } from './import-states.rules.ts'
import type { ImportVerb } from './import-states.rules.ts'
import { findImport, lockImport } from './imports.queries.ts'
import type { Import } from './imports.queries.ts'

/** The import, or 'not-found' whether it is missing or not for this person's eyes. */
export async function requireImport(context: Context, importId: string, kind?: ImportKind): Promise<Import> {
  const one = await findImport(context, importId)
  if (!one || (kind && one.kind !== kind)) throw new AppError('not-found')
  return one
}

/** Holds the import for a change; refused unless its state allows the verb. */
export async function requireImportFor(context: Context, importId: string, verb: ImportVerb, kind?: ImportKind): Promise<Import> {
  const one = await lockImport(context, importId)
  if (!one || (kind && one.kind !== kind)) throw new AppError('not-found')
  if (!may(verb, one)) throw new AppError('import-not-ready')
  return one
}
