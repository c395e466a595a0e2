import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { directoryNames } from '../../identity/index.ts'
import { findSegments, requireSegment } from '../segments/find-segment.ts'
import { lastDay, readDay, readTrend } from './day.queries.ts'

type Routes = typeof contract.completeness

/** How complete a file is, is as delicate as what the office knows of it. */
function requireInternalReader({ actor }: Context): void {
  if (!actor.fieldClasses.has('internal')) throw new AppError('not-permitted')
}

/** Completeness over the files that the actor may see, as of the last measuring. */
export async function showOverview(
  context: Context,
  { by, ...narrow }: QueryOf<Routes['overview']>,
): Promise<AnswerOf<Routes['overview']>> {
  requireInternalReader(context)
  const asOf = await lastDay(context)
  if (asOf === null) return { asOf, all: { files: 0, complete: 0, mean: null }, rows: [] }
  const [all] = await readDay(context, asOf, { by: null, ...narrow })
  const names = await namesFor(context, by)
  const rows = (await readDay(context, asOf, { by, ...narrow })).map((row) => ({
    ...row,
    name: row.key === null ? null : (names.get(row.key) ?? null),
  }))
  // Of segments those only that the reader is told of.
  return {
    asOf,
    all: all ?? { files: 0, complete: 0, mean: null },
    rows: by === 'segment' ? rows.filter(({ name }) => name !== null) : rows,
  }
}

async function namesFor(context: Context, by: QueryOf<Routes['overview']>['by']): Promise<ReadonlyMap<string, string>> {
  if (by === 'segment') return new Map((await findSegments(context)).map(({ id, name }) => [id, name]))
  const { people, units } = await directoryNames(context)
  return by === 'unit' ? units : by === 'owner' ? people : new Map()
}

/** The same over time. */
export async function showTrend(context: Context, query: QueryOf<Routes['trend']>): Promise<AnswerOf<Routes['trend']>> {
  requireInternalReader(context)
  if (query.segmentId !== undefined) await requireSegment(context, query.segmentId)
  return { days: await readTrend(context, query) }
}
