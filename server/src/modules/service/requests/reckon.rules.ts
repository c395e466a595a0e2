import { clocksOf } from '../facts/clocks.rules.ts'
import type { Clock, RequestClocks, RequestEvent, RequestFacts, Wait, WorkClockFor } from '../facts/facts.types.ts'
import { isFirstContactResolution } from '../facts/first-contact.rules.ts'
import { replay } from '../facts/replay.rules.ts'
import type { ExchangeRow, FactColumns, HoldingRow, ResolutionRow, ServicePartRow, WaitRow } from '../service.tables.ts'

/** A row of what follows from the events, less where it is kept. */
export type Following<T> = Omit<T, 'customer_id' | 'id' | 'request_id' | 'position'>

/** A request as its events make it, in the shape in which it is stored. */
export interface Reckoned {
  columns: FactColumns
  holdings: Following<HoldingRow>[]
  exchanges: Following<ExchangeRow>[]
  waits: Following<WaitRow>[]
  resolutions: Following<ResolutionRow>[]
  parts: Following<ServicePartRow>[]
}

/** Replays a request and measures its clocks. The same events, calendars and leaves always give the same answer. */
export function reckon(events: readonly RequestEvent[], firstResponseRecorded: boolean, clockFor: WorkClockFor): Reckoned {
  const facts = replay(events, { firstResponseRecorded })
  const clocks = clocksOf(facts, clockFor)
  return {
    columns: { ...columnsOfFacts(facts, events), ...columnsOfClocks(facts, clocks, clockFor) },
    holdings: facts.holdings.map((one) => ({
      unit_id: one.unitId,
      person_id: one.personId,
      starts_at: one.from,
      ends_at: one.to,
      reason: one.reason,
    })),
    exchanges: facts.exchanges.map((one) => ({
      kind: one.kind,
      customer_at: one.customerAt,
      employee_at: one.employeeAt,
      person_id: one.byPersonId,
      unit_id: one.unitId,
      channel: one.channel,
    })),
    waits: facts.waits.map((one) => ({ kind: one.kind, starts_at: one.from, ends_at: one.to })),
    resolutions: facts.resolutions.map((one, index) => ({
      at: one.at,
      person_id: one.byPersonId,
      unit_id: one.unitId,
      outcome: one.outcome,
      reopened_at: one.reopenedAt,
      is_last: index === facts.resolutions.length - 1,
    })),
    parts: (clocks.serviceParts ?? []).map((one) => ({
      unit_id: one.unitId,
      person_id: one.personId,
      state: one.state,
      elapsed_seconds: one.elapsedSeconds,
      working_seconds: one.workingSeconds,
    })),
  }
}

type ClockColumn = Extract<keyof FactColumns, `${string}_seconds`>

function columnsOfFacts(facts: RequestFacts, events: readonly RequestEvent[]): Omit<FactColumns, ClockColumn> {
  const happened = (kind: RequestEvent['kind'], at: Date | null) =>
    events.find((event) => event.kind === kind && at !== null && +event.at === +at)
  return {
    status: facts.status,
    unit_id: facts.holderUnitId,
    owner_id: facts.holderId,
    reported_at: facts.reportedAt,
    registered_at: facts.registeredAt,
    registered_by: happened('registered', facts.registeredAt)?.personId ?? null,
    first_response_at: facts.firstResponseAt,
    first_response_by: facts.firstResponseBy,
    resolved_at: facts.resolvedAt,
    resolved_by: facts.resolvedBy,
    closed_at: facts.closedAt,
    closed_by: happened('closed', facts.closedAt)?.personId ?? null,
    reopened_count: facts.reopenedCount,
    outcome: facts.outcome,
    merged_into_id: facts.mergedInto,
    merged_into_file: facts.mergedIntoFile,
    exchange_count: facts.exchanges.length,
    event_count: facts.eventCount,
    first_contact: isFirstContactResolution(facts, longAfterwards) ?? null,
    first_resolved_at: facts.resolutions[0]?.at ?? null,
  }
}

/** Whether seven days have passed is asked when it is read: `first_resolved_at` is stored beside it. */
const longAfterwards = new Date(8.64e15)

function columnsOfClocks(facts: RequestFacts, clocks: RequestClocks, clockFor: WorkClockFor): Pick<FactColumns, ClockColumn> {
  const parts = clocks.waitParts
  return {
    ...pair('response', clocks.waitUntilResponse),
    ...pair('unregistered', parts?.unregistered),
    ...pair('misrouted', parts?.misrouted),
    ...pair('queued', parts?.queued),
    ...pair('held', parts?.held),
    ...pair('service', clocks.serviceTime),
    ...pair('customer_wait', clocks.serviceTime && customerWait(facts, clockFor)),
  }
}

const pair = <Name extends string>(name: Name, clock: Clock | undefined) =>
  ({ [`${name}_elapsed_seconds`]: clock?.elapsedSeconds ?? null, [`${name}_working_seconds`]: clock?.workingSeconds ?? null }) as Record<
    `${Name}_${'elapsed' | 'working'}_seconds`,
    number | null
  >

/** What service time leaves out: waits for the customer between the report and the last resolution, on the work clock of whoever waited. */
function customerWait(facts: RequestFacts, clockFor: WorkClockFor): Clock {
  const total: Clock = { elapsedSeconds: 0, workingSeconds: 0 }
  for (const wait of facts.waits.filter((one) => one.kind === 'customer')) {
    const { from, to } = within(wait, facts.reportedAt, facts.resolvedAt ?? facts.reportedAt)
    if (to <= from) continue
    const { unitId, personId } = facts.holdings.findLast((holding) => holding.from <= from) ?? { unitId: null, personId: null }
    total.elapsedSeconds += wholeSecond(to) - wholeSecond(from)
    total.workingSeconds += clockFor(unitId, personId).workingSecondsBetween(from, to)
  }
  return total
}

function within(wait: Wait, earliest: Date, latest: Date): { from: Date; to: Date } {
  const from = wait.from < earliest ? earliest : wait.from
  const to = wait.to === null || wait.to > latest ? latest : wait.to
  return { from, to }
}

const wholeSecond = (moment: Date) => Math.floor(moment.getTime() / 1000)
