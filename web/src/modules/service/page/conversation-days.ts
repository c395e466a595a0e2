import type { RequestView } from '../request.types.ts'

export type Said = RequestView['conversation'][number]

/** Things said, oldest first, gathered by local day. */
export function conversationDays(said: readonly Said[], dayOf: (instant: string) => string): { day: string; said: Said[] }[] {
  const days: { day: string; said: Said[] }[] = []
  for (const one of said.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))) {
    const day = dayOf(one.startedAt)
    const last = days.at(-1)
    if (last?.day === day) last.said.push(one)
    else days.push({ day, said: [one] })
  }
  return days
}
