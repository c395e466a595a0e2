import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { systemActor } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { weighableFields } from '../completeness/weighable.ts'
import { compileCondition } from '../conditions/compile-condition.queries.ts'
import { anyFile, segmentCondition } from '../segments/segment-condition.queries.ts'
import { findAnySegment } from '../segments/segments.queries.ts'
import { presentProgramme } from './present-programme.ts'
import { findProgramme, readAsked, readProgress } from './programme.queries.ts'
import type { ProgrammeRow } from './programme.queries.ts'

type Shown = AnswerOf<typeof contract.programmes.show>

/** A programme with how far it has come, over the files that the actor may see. */
export async function showProgramme(context: Context, id: string): Promise<Shown> {
  const row = await findProgramme(context, id)
  if (!row) throw new AppError('not-found')
  const programme = await presentProgramme(context, row, await weighableFields(context))
  const filled = await Promise.all(
    programme.fields.map(({ key }) => compileCondition(context, { field: key, is: 'filled' }, { actor: systemActor })),
  )
  const rows = filled.length === 0 ? [] : await readProgress(context, await filesOf(context, row), filled)
  const asked = await readAsked(context, id)
  const sum = (of: (one: (typeof rows)[number]) => number) => rows.reduce((total, one) => total + of(one), 0)
  return {
    programme,
    progress: { files: sum(({ files }) => files), complete: sum(({ complete }) => complete), more: rows.length === 500 },
    byOwner: rows.map(({ ownerId, files, complete }) => ({ ownerId, files, complete })),
    byField: programme.fields.map(({ key }, place) => ({
      key,
      filled: sum((one) => one.filled[place] ?? 0),
      declined: asked.filter(({ field }) => field === key).reduce((total, { declined }) => total + declined, 0),
    })),
    byPerson: [...Map.groupBy(asked, ({ personId }) => personId)].map(([personId, own]) => ({
      personId,
      answered: own.reduce((total, { answered }) => total + answered, 0),
      declined: own.reduce((total, { declined }) => total + declined, 0),
      minutes: Math.round(own.reduce((total, { seconds }) => total + seconds, 0) / 6) / 10,
    })),
  }
}

async function filesOf(context: Context, { segment_id: segmentId }: ProgrammeRow) {
  if (segmentId === null) return anyFile
  const segment = await findAnySegment(context, segmentId)
  if (!segment) throw new AppError('not-found')
  return segmentCondition(context, segment, { actor: systemActor })
}
