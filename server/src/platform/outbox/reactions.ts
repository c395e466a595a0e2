import type { EventName, EventPayload } from '@parvandeh/contract'
import type { Context } from '../context.ts'
import type { Log } from '../log.ts'
import type { CommandRunner } from '../run-command.ts'
import { claimReaction, readEvent } from './events.ts'
import { queueEffects, stillHolds } from './held-effects.ts'
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

/** What leaves the house: it cannot be taken back, so it waits as long as its cause can. */
interface OutwardReaction {
  name: string
  events: readonly EventName[]
  send: (context: Context, event: StoredEvent) => Promise<void>
}

export type Reaction = ShortReaction | LongReaction | OutwardReaction

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

/**
 * Declares an effect outside upon an event: a mail, a message, a call to another system. It comes some seconds after
 * the event, later where the event is held, and never when that was withdrawn. It reads afresh what it tells of: a
 * single change may have been changed back meanwhile.
 */
export function onEventOutward<N extends EventName>(
  event: N,
  name: string,
  send: (context: Context, payload: EventPayload<N>) => Promise<void>,
): Reaction {
  return { name, events: [event], send: (context, stored) => send(context, stored.payload as EventPayload<N>) }
}

/** Runs every reaction to one event, each short one in a transaction that also marks it done; for effects outside it leaves a job. */
export async function react(tools: LongTools, reactions: readonly Reaction[], eventId: string): Promise<void> {
  const event = await tools.runAsSystem((context) => readEvent(context, eventId))
  if (!event) return
  const hearing = reactions.filter((candidate) => candidate.events.includes(event.name))
  for (const reaction of hearing) {
    if ('work' in reaction) await reaction.work(tools, event)
    else if ('run' in reaction) await tools.runAsSystem((context) => once(context, reaction, event, reaction.run))
  }
  if (hearing.some((reaction) => 'send' in reaction)) await tools.runAsSystem(({ tx }) => queueEffects(tx, event))
}

/** Lets out the effects of one event whose time has come, each in a transaction that also marks it done. */
export async function letOut(tools: LongTools, reactions: readonly Reaction[], eventId: string): Promise<void> {
  const event = await tools.runAsSystem((context) => readEvent(context, eventId))
  if (!event) return
  for (const reaction of reactions) {
    if (!('send' in reaction) || !reaction.events.includes(event.name)) continue
    await tools.runAsSystem(async (context) => {
      if (await stillHolds(context.tx, event.id)) await once(context, reaction, event, reaction.send)
    })
  }
}

async function once(context: Context, { name }: Reaction, event: StoredEvent, run: ShortReaction['run']): Promise<void> {
  if (await claimReaction(context.tx, event.id, name, context.now)) await run(context, event)
}
