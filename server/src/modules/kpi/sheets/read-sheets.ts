import { addDays } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { fewAtOnce } from '../../../platform/few-at-once.ts'
import { readableClasses, visibleUnits } from '../../identity/index.ts'
import type { DayOfUnit } from '../../service/index.ts'
import type { Question } from '../figures/understand-question.ts'
import { definitionsMark, keptAs } from './columns-of.queries.ts'
import { openFold } from './fold-sheets.ts'
import type { Fold } from './fold-sheets.ts'
import type { Folded } from './finish-fold.ts'
import { makeSheets, TooManyRecords } from './make-sheets.queries.ts'
import type { FactsWanted } from './make-sheets.queries.ts'
import { readHeads, readSheets } from './sheets.queries.ts'
import type { SheetHead, SheetsWanted } from './sheets.queries.ts'
import { hasUnpacked, readMarks, readState } from './state.queries.ts'

/** Folding keeps the numbers of all records in hand: so many questions at a time, and the others wait. */
const inTurn = fewAtOnce(4)

/** So many records are read and folded at a time; others are served in between. */
const recordsAtOnce = 100_000

/**
 * Answers from the sheets what can be answered so: over whole units, for which sheets are there. What changed since it was
 * counted, what time still changes, and the reader's own rows of other units are read from the facts and folded in.
 * Undefined where the question must go to the facts altogether.
 */
export async function readFromSheets(context: Context, question: Question, limit: number): Promise<Folded | undefined> {
  if (question.ofSegment) return undefined
  const asked = await sheetsAsked(context, question)
  if (!asked) return undefined
  return inTurn(() => foldAll(context, question, asked, limit))
}

type Asked = NonNullable<Awaited<ReturnType<typeof sheetsAsked>>>

async function foldAll(
  context: Context,
  question: Question,
  { wanted, inSight, isOfUnit }: Asked,
  limit: number,
): Promise<Folded | undefined> {
  const fold = openFold(isOfUnit ? { ...question, unitIds: undefined } : question)
  const heads = await readHeads(context, wanted)
  const changing = [...(await readMarks(context, wanted)), ...heads.filter((head) => mayChange(question, head))]
  const live = new Map(changing.map(({ day, unitId }) => [nameOf({ day, unitId }), { day, unitId }]))
  await foldSheets(
    context,
    fold,
    heads.filter((head) => !live.has(nameOf(head))),
  )
  try {
    await foldFacts(context, question, fold, { wanted, live: [...live.values()], inSight })
  } catch (error) {
    if (error instanceof TooManyRecords) return undefined
    throw error
  }
  return fold.finish(limit)
}

/** About how many records there are, were they of every customer: so many as the sheets hold; 0 where none are read. */
export async function countKept(context: Context, question: Question): Promise<number> {
  const asked = await sheetsAsked(context, question)
  if (!asked) return 0
  return (await readHeads(context, asked.wanted)).reduce((sum, { count }) => sum + count, 0)
}

/** Which sheets tell of what is asked; undefined where the reader sees own rows only, or the sheets are not there. */
async function sheetsAsked(context: Context, { definition, filters, zone, unitIds }: Question) {
  const inSight = visibleUnits(context.actor, 'kpi.read')
  if (inSight === undefined) return undefined
  const state = await readState(context)
  if (!state || state.definitions !== definitionsMark || state.zone !== zone) return undefined
  if (state.builtFrom > filters.from && state.builtFrom > state.buildUntil) return undefined
  if (await hasUnpacked(context, filters)) return undefined
  // A unit that has the record is the unit whose sheet it is on: nothing is left to filter.
  const isOfUnit = definition.unitOf === 'r.unit_id'
  const wanted: SheetsWanted = {
    indicator: keptAs(definition),
    from: filters.from,
    to: filters.to,
    unitIds: isOfUnit && unitIds ? narrowed(inSight, unitIds) : inSight,
    classes: readableClasses(context.actor),
  }
  return { wanted, inSight, isOfUnit }
}

const nameOf = ({ day, unitId }: DayOfUnit): string => `${day} ${unitId}`

const narrowed = (inSight: 'all' | readonly string[], unitIds: readonly string[]): readonly string[] =>
  inSight === 'all' ? unitIds : unitIds.filter((id) => inSight.includes(id))

/** Whether it was counted when its records could still change by the mere passing of time. */
const mayChange = ({ definition }: Question, { day, countedOn }: SheetHead): boolean =>
  definition.settlesAfterDays !== undefined && countedOn <= addDays(day, definition.settlesAfterDays)

async function foldSheets(context: Context, fold: Fold, heads: readonly SheetHead[]): Promise<void> {
  let [ids, count]: [string[], number] = [[], 0]
  for (const [index, head] of heads.entries()) {
    ids.push(head.id)
    count += head.count
    if (count < recordsAtOnce && index < heads.length - 1) continue
    for (const sheet of await readSheets(context, ids, fold.needed)) fold.add(sheet)
    ;[ids, count] = [[], 0]
  }
}

interface FactsBeside {
  wanted: SheetsWanted
  live: readonly DayOfUnit[]
  inSight: 'all' | readonly string[]
}

/** What sheets do not tell: days that changed since, and the reader's own rows of units that they do not see. */
async function foldFacts(
  context: Context,
  { definition, zone, filters, unitIds }: Question,
  fold: Fold,
  { wanted, live, inSight }: FactsBeside,
) {
  const add = async (facts: Omit<FactsWanted, 'zone'>): Promise<void> => {
    for (const { accessClass, ...sheet } of await makeSheets(context, definition, { ...facts, zone }))
      if (wanted.classes.includes(accessClass)) fold.add(sheet)
  }
  const days = live.map(({ day }) => day).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first !== undefined && last !== undefined) await add({ from: first, to: addDays(last, 1), which: { pairs: live } })
  const { personId } = context.actor
  if (inSight === 'all' || personId === null) return
  await add({ from: filters.from, to: filters.to, which: { ownerId: personId, outside: inSight, unitIds } })
}
