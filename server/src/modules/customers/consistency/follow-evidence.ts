import type { Context } from '../../../platform/context.ts'
import type { WrittenFile } from '../files/file.types.ts'
import { moveContradictions } from './contradictions.queries.ts'
import { reckonFiles } from './reckon-files.ts'

/** Holds written files against the rules. Of a file that somebody changed, whoever is responsible is told; of an import nobody is, file by file. */
export async function followEvidence(context: Context, written: readonly WrittenFile[]): Promise<void> {
  const moved = written.filter(({ before, after }) => before && (before.unitId !== after.unitId || before.ownerId !== after.ownerId))
  if (moved.length > 0)
    await moveContradictions(
      context,
      moved.map(({ after }) => after),
    )
  await reckonFiles(
    context,
    written.map(({ before, after, source }) => (before ? { file: after } : { file: after, born: source })),
    { tells: written.every(({ source }) => source.kind !== 'import') && written.length < 50 },
  )
}
