import { noticeKinds } from '@parvandeh/contract'
import type { NoticeChannel, NoticeKind } from '@parvandeh/contract'
import { localTime } from '@parvandeh/contract/persian'
import { isWorking } from '../calendars/clock.rules.ts'
import type { CompiledCalendar, Span } from '../calendars/clock.types.ts'

export type Channels = Record<NoticeKind, NoticeChannel[]>

export interface NoticeSettings {
  channels: Channels
  quiet: 'never' | 'outside-work' | 'hours'
  quietFrom: string
  quietTo: string
  pausedUntil: Date | null
}

/** Of these there are many, and each is for somebody of the unit to take, not for everybody to hear. */
const leftOut: readonly NoticeKind[] = ['request-queued']

/** What holds for somebody who has chosen nothing, or nothing about a kind that came later. */
export function withDefaults(chosen: Partial<NoticeSettings> & { channels?: Partial<Channels> } = {}): NoticeSettings {
  const channels = Object.fromEntries(
    noticeKinds.map((kind) => [kind, chosen.channels?.[kind] ?? (leftOut.includes(kind) ? [] : ['in-app'])]),
  ) as Channels
  return {
    quiet: chosen.quiet ?? 'outside-work',
    quietFrom: chosen.quietFrom ?? '20:00',
    quietTo: chosen.quietTo ?? '08:00',
    pausedUntil: chosen.pausedUntil ?? null,
    channels,
  }
}

/** Whether nothing may pop up for somebody at this moment, by their choice, the calendar of their unit and their leaves. */
export function isQuiet(settings: NoticeSettings, calendar: CompiledCalendar, leaves: readonly Span[], now: Date): boolean {
  if (settings.pausedUntil !== null && settings.pausedUntil > now) return true
  if (settings.quiet === 'never') return false
  if (settings.quiet === 'outside-work') return !isWorking(calendar, now) || leaves.some(({ from, to }) => from <= now && now < to)
  const time = localTime(now, calendar.zone).slice(0, 5)
  const { quietFrom, quietTo } = settings
  return quietFrom <= quietTo ? quietFrom <= time && time < quietTo : time >= quietFrom || time < quietTo
}
