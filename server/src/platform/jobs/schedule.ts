import type { LongTools } from '../outbox/reactions.ts'

/** What is done by the clock, once for all processes together; a time missed while nothing ran is made up for within a day. */
export interface Schedule {
  name: string
  /** Minute, hour, day of month, month, weekday: in UTC. */
  when: string
  work: (tools: LongTools) => Promise<void>
}
