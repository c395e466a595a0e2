import type { EventName, EventPayload } from '@parvandeh/contract'
import type { Context } from '../context.ts'
import type { Log } from '../log.ts'
import type { CommandRunner } from '../run-command.ts'
import { isOutOfReach } from '../database/failure-names.ts'
import { claimReactions, readEvents } from './events.ts'
import { gatherEvents, queueEffects, stillHolds } from './held-effects.ts'
import type { StoredEvent } from './events.ts'

/**
 * What a module does when events are heard: at least once is promised, exactly once is made of it here. It is given some
 * together, in their order, where they were published together.
 */
interface ShortReaction {
  name: string
  events: readonly EventName[]
  run: (context: Context, events: readonly StoredEvent[]) => Promise<void>
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
  return onEvents(event, name, async (context, payloads) => {
    for (const payload of payloads) await run(context, payload)
  })
}

/** Declares a reaction that deals with many events of one name in a handful of statements. */
export function onEvents<N extends EventName>(
  event: N,
  name: string,
  run: (context: Context, payloads: readonly EventPayload<N>[]) => Promise<void>,
): Reaction {
  const payloadsOf = (stored: readonly StoredEvent[]) => stored.map(({ payload }) => payload as EventPayload<N>)
  return { name, events: [event], run: (context, stored) => run(context, payloadsOf(stored)) }
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

/**
 * Runs every reaction to these events, each short one in a transaction that also marks it done; for effects outside it
 * leaves jobs. An event whose reaction fails is heard by no further one, and stops none of the others.
 */
export async function react(tools: LongTools, reactions: readonly Reaction[], eventIds: readonly string[]): Promise<void> {
  const failures: unknown[] = []
  let events = await tools.runAsSystem((context) => readEvents(context, eventIds))
  const heardBy = ({ events: names }: Reaction) => events.filter(({ name }) => names.includes(name))
  for (const reaction of reactions) {
    const heard = heardBy(reaction)
    if ('work' in reaction) for (const event of heard) await reaction.work(tools, event)
    if (!('run' in reaction) || heard.length === 0) continue
    const failed = await runTogether(tools, reaction, heard)
    events = events.filter(({ id }) => !failed.has(id))
    failures.push(...failed.values())
  }
  const outward = [...new Set(reactions.filter((reaction) => 'send' in reaction).flatMap(heardBy))]
  if (outward.length > 0) await tools.runAsSystem(({ tx }) => queueEffects(tx, outward))
  if (failures.length > 0) throw failures[0]
}

/** All in one transaction; where that fails, each in its own. Gives why events failed, by their ids. */
async function runTogether(
  tools: LongTools,
  reaction: ShortReaction,
  events: readonly StoredEvent[],
): Promise<ReadonlyMap<string, unknown>> {
  const failed = new Map<string, unknown>()
  const tried = events.length > 1 ? [events, ...events.map((event) => [event])] : [events]
  for (const some of tried) {
    try {
      await tools.runAsSystem((context) => once(context, reaction, some, reaction.run))
      if (some === events) break
    } catch (error) {
      if (tools.signal.aborted || isOutOfReach(error)) throw error
      const [only] = some
      if (some.length === 1 && only) failed.set(only.id, error)
      else tools.log.warn({ err: error, reaction: reaction.name }, 'events are heard one by one')
    }
  }
  return failed
}

/** Lets out the effects of one event whose time has come, each in a transaction that also marks it done. */
export async function letOut(tools: LongTools, reactions: readonly Reaction[], eventId: string): Promise<void> {
  const [event] = await tools.runAsSystem((context) => readEvents(context, [eventId]))
  if (!event) return
  for (const reaction of reactions) {
    if (!('send' in reaction) || !reaction.events.includes(event.name)) continue
    await tools.runAsSystem(async (context) => {
      if (await stillHolds(context.tx, event.id)) await once(context, reaction, [event], (own) => reaction.send(own, event))
    })
  }
}

/** What follows from what followed is told at the end, all of it at once. */
async function once(context: Context, { name }: Reaction, events: readonly StoredEvent[], run: ShortReaction['run']): Promise<void> {
  const claimed = await claimReactions(context.tx, events, name, context.now)
  if (claimed.length === 0) return
  const gathered = gatherEvents(context, new Map())
  await run(gathered.context, claimed)
  await gathered.tell()
}
