import type { Actor, Context } from '../../../platform/context.ts'
import type { ValueSource, WrittenFile } from './file.types.ts'
import { insertFiles, updateFiles } from './files.queries.ts'
import { follow } from './followers.ts'

/** Writes new files and all that follows from them; some hundreds in a handful of statements. */
export async function keepNewFiles(context: Context, made: readonly WrittenFile[]): Promise<void> {
  if (made.length === 0) return
  await insertFiles(context, made)
  await follow(context, made)
}

/** Writes files anew, each with what it was before, and all that follows from the change. */
export async function keepChangedFiles(
  context: Context,
  changed: readonly (WrittenFile & Required<Pick<WrittenFile, 'before'>>)[],
): Promise<void> {
  if (changed.length === 0) return
  await updateFiles(
    context,
    changed.map(({ after }) => after),
  )
  await follow(context, changed)
}

/** Where values come from when nobody says: people type, machines tell. */
export const sourceOf = (actor: Actor, stated?: ValueSource): ValueSource => stated ?? { kind: actor.kind === 'person' ? 'form' : 'system' }
