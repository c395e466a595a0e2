import type { RequestEvent, RequestEventKind, WorkClock } from './facts.types.ts'

/** A moment of 1 to 30 Khordad 1404 in Tehran: `day` of the month and `HH:mm`. */
export const khordad = (day: number, time: string) => new Date(Date.parse(`2025-05-22T${time}:00+03:30`) + (day - 1) * 86_400_000)

export const sara = 'سارا رستگار‌فر'
export const behnam = 'بهنام نیک‌اندیش'
export const support = 'پشتیبانی'
export const repair = 'تعمیرگاه'
export const sales = 'فروش'

type Details = Omit<Partial<RequestEvent>, 'id' | 'kind' | 'at' | 'sequence'>
export type Step = readonly [kind: RequestEventKind, at: Date, details?: Details]

/** Events in the order told. */
export function story(...steps: Step[]): RequestEvent[] {
  return steps.map(([kind, at, details], index) => ({
    id: `رویداد ${String(index).padStart(3, '0')}`,
    kind,
    at,
    sequence: index,
    ...details,
  }))
}

export const minute = 60
export const hour = 60 * minute

/** A calendar on which all time is work, or a part of it, to tell calendars apart. */
export const steadyClock = (share = 1): WorkClock => ({
  workingSecondsBetween: (from, to) => Math.floor(+to / 1000) * share - Math.floor(+from / 1000) * share,
})
