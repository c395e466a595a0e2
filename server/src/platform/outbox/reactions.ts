import type { EventName, EventPayload } from '@parvandeh/contract'
import type { Context } from '../context.ts'
import type { Log } from '../log.ts'
import type { CommandRunner } from '../run-command.ts'
import { claimReaction, readEvent } from './events.ts'
import type { StoredEvent } from './events.ts'

/** What a module does when an event is heard: at least once is promised, exactly once is made of it here. */
interface ShortReaction {
  name: string
  events: readonly EventName[]
  run: (context: Context, event: StoredEvent) => Promise<void>
}

/** Work of many transactions, such as an import: it must itself be safe to begin again. */
interface LongReaction {
  name: string
  events: readonly EventName[]
  work: (tools: LongTools, event: StoredEvent) => Promise<void>
}

export interface LongTools {
  runAsSystem: CommandRunner
  log: Log
  /** Aborted when the process shuts down: stop soon, the job comes again. */
  signal: AbortSignal
}

export type Reaction = ShortReaction | LongReaction

/** Declares a reaction to one event, its payload typed by the event's name. */
export function onEvent<N extends EventName>(
  event: N,
  name: string,
  run: (context: Context, payload: EventPayload<N>) => Promise<void>,
): Reaction {
  return { name, events: [event], run: (context, stored) => run(context, stored.payload as EventPayload<N>) }
}

/** Declares long work upon an event. */
export function onEventAtLength<N extends EventName>(
  event: N,
  name: string,
  work: (tools: LongTools, payload: EventPayload<N>) => Promise<void>,
): Reaction {
  return { name, events: [event], work: (tools, stored) => work(tools, stored.payload as EventPayload<N>) }
}

/** Runs every reaction to one event, each short one in a transaction that also marks it done. */
export async function react(tools: LongTools, reactions: readonly Reaction[], eventId: string): Promise<void> {
  const event = await tools.runAsSystem((context) => readEvent(context.tx, eventId))
  if (!event) return
  for (const reaction of reactions.filter((candidate) => candidate.events.includes(event.name))) {
    if ('work' in reaction) await reaction.work(tools, event)
    else await tools.runAsSystem((context) => runOnce(context, reaction, event))
  }
}

async function runOnce(context: Context, reaction: ShortReaction, event: StoredEvent): Promise<void> {
  if (await claimReaction(context.tx, event.id, reaction.name, context.now)) await reaction.run(context, event)
}
