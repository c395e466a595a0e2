import type { IndicatorKey, kpiFilters } from '@parvandeh/contract'
import { addDays, localDay } from '@parvandeh/contract/persian'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { rowsOfSegment } from '../../customers/index.ts'
import type { RowsOfSegment } from '../../customers/index.ts'
import { zoneOf, readUnitsBelow } from '../../identity/index.ts'
import type { Bucketing, Definition, Figure } from '../definitions/definition.types.ts'
import { definitions } from '../definitions/definitions.ts'
import { readDays } from './days.queries.ts'
import type { CalendarDay } from './days.queries.ts'
import { refuseField } from './refuse-field.ts'

/** What is asked of an indicator, with all that is needed to answer it. */
export interface Question {
  definition: Definition
  filters: z.output<typeof kpiFilters>
  by: Bucketing
  /** The figures that are asked for: those of one value, or all. */
  figures: readonly Figure[]
  /** The organisation's time zone: its midnights bound the days. */
  zone: string
  /** The unit asked for with all below it. */
  unitIds: string[] | undefined
  /** The records of the segment asked for; undefined: of all customers. */
  ofSegment: RowsOfSegment | undefined
  /** How records are told to be of the segment: one by one, or, of very many, by gathering its files once. */
  segmentReadBy: 'row' | 'segment'
  days: CalendarDay[]
  /** The day of asking, in the organisation's zone. */
  today: string
}

/** Most days that are shown one by one: five years. */
const mostDays = 1830

/** Checks what is asked and looks up what it rests on. Refuses periods that end before they begin or that the calendar does not hold, cuts that the indicator does not have, and segments that are not there for the reader. */
export async function understandQuestion(
  context: Context,
  indicator: IndicatorKey,
  { by, value, ...filters }: Question['filters'] & { by: Bucketing; value?: string | undefined },
): Promise<Question> {
  const definition = definitions[indicator]
  if (!definition.bucketings.includes(by)) throw refuseField(context, 'by', 'not-offered')
  const figures = definition.figures.filter((figure) => value === undefined || figure.value === value)
  if (figures.length === 0) throw refuseField(context, 'value', 'no-such-value')
  if (filters.from >= filters.to) throw refuseField(context, 'to', 'period-empty')
  const days = await readDays(context, filters)
  if (days[0]?.day !== filters.from || days.at(-1)?.day !== addDays(filters.to, -1)) throw refuseField(context, 'from', 'beyond-calendar')
  if (by === 'day' && days.length > mostDays) throw refuseField(context, 'by', 'too-many-days')
  const zone = await zoneOf(context)
  const unitIds = filters.unitId === undefined ? undefined : await readUnitsBelow(context.tx, filters.unitId)
  const ofSegment = filters.segmentId === undefined ? undefined : await segmentNamed(context, filters.segmentId)
  return { definition, filters, by, figures, zone, unitIds, ofSegment, segmentReadBy: 'row', days, today: localDay(context.now, zone) }
}

/** Neither whose segment it is nor why it cannot be used is told: a figure over it would tell of a field out of the reader's sight. */
async function segmentNamed(context: Context, segmentId: string): Promise<RowsOfSegment> {
  const rows = await rowsOfSegment(context, segmentId)
  if (!rows) throw refuseField(context, 'segmentId', 'no-such-segment')
  return rows
}
