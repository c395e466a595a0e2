import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { findExport } from './exports.queries.ts'
import type { Export } from './exports.queries.ts'

/** Whose exports these are: the system has none. */
export function requirePerson({ actor }: Context): string {
  if (actor.personId === null) throw new AppError('not-permitted')
  return actor.personId
}

/** The actor's own export; anybody else's is not there. */
export async function requireExport(context: Context, exportId: string): Promise<Export> {
  const one = await findExport(context, exportId, requirePerson(context))
  if (!one) throw new AppError('not-found')
  return one
}
