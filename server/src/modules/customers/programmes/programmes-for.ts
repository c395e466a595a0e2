import type { Context } from '../../../platform/context.ts'
import { systemActor } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { segmentCondition } from '../segments/segment-condition.queries.ts'
import { findAnySegment } from '../segments/segments.queries.ts'
import { isAmong, readProgrammes } from './programme.queries.ts'
import type { ProgrammeRow } from './programme.queries.ts'

/** The programmes that ask this actor to collect from this file today. */
export async function programmesFor(context: Context, customerId: string, today: string): Promise<ProgrammeRow[]> {
  const { personId, unitId } = context.actor
  const mine = (await readProgrammes(context, { closed: false })).filter(
    ({ until, people, units }) =>
      until >= today && ((people.length === 0 && units.length === 0) || people.includes(personId ?? '') || units.includes(unitId ?? '')),
  )
  const asking: ProgrammeRow[] = []
  for (const one of mine) if (one.segment_id === null || (await isIn(context, customerId, one.segment_id))) asking.push(one)
  return asking
}

/** Whoever collects need not be told of the segment: it was chosen by who made the programme. */
async function isIn(context: Context, customerId: string, segmentId: string): Promise<boolean> {
  const segment = await findAnySegment(context, segmentId)
  if (!segment) return false
  try {
    return await isAmong(context, customerId, await segmentCondition(context, segment, { actor: systemActor }))
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
