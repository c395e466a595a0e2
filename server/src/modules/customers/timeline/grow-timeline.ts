import type { TimelineLine } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { isContact } from './contact.rules.ts'
import { holdFiles, insertLines, moveLines, raiseLastContact } from './timeline.queries.ts'

/** An event about one thing in one file: its lines, and the rights that the thing has by now. */
interface FileEvent {
  customerId: string
  id: string
  version: number
  unitId: string | null
  ownerId: string | null
  timeline: TimelineLine[]
}

/**
 * Writes the lines of events on the timelines of their files and tells that these grew. Lines of things that may move go
 * where the thing is now.
 */
export async function growTimelines(context: Context, events: readonly FileEvent[], mayMove: boolean): Promise<void> {
  const files = await holdFiles(
    context,
    events.map(({ customerId }) => customerId),
  )
  // A file that is not there has no timeline; its event came from what was rolled back or removed since.
  const there = events.filter(({ customerId }) => files.has(customerId))
  const lines = there.flatMap(({ timeline }) => timeline)
  const versions = new Map(
    there.flatMap(({ id, version, timeline }) => timeline.map((line) => [line, line.subjectId === id ? version : 0])),
  )
  await insertLines(context, lines, (line) => versions.get(line) ?? 0)
  await raiseLastContact(context, lastContacts(lines))
  if (mayMove) await moveLines(context, newestOf(there))
  for (const [customerId, own] of Map.groupBy(there, (event) => event.customerId)) {
    const file = files.get(customerId)
    const told = own.flatMap(({ timeline }) => timeline)
    if (file)
      await tellHearers(
        context,
        file.readIn,
        told.filter((line) => isToldLive(line, file)),
      )
  }
}

/** Of each thing the newest version that was told. */
const newestOf = (events: readonly FileEvent[]): FileEvent[] => [
  ...new Map(events.toSorted((a, b) => a.version - b.version).map((event) => [`${event.customerId} ${event.id}`, event])).values(),
]

/** A line of a relation has the rights of the file across: whoever sees that one need not see this. */
const isToldLive = ({ permission, unitId, ownerId }: TimelineLine, file: { unitId: string | null; ownerId: string | null }): boolean =>
  permission !== 'customers.read' || (unitId === file.unitId && ownerId === file.ownerId)

/** Says that the timeline grew to those who may see what was added: once for each set of rights among the lines. */
async function tellHearers(context: Context, customerId: string, lines: readonly TimelineLine[]): Promise<void> {
  const hearers = new Map(
    lines.map(({ permission, unitId, ownerId }) => [`${permission} ${unitId} ${ownerId}`, { permission, unitId, ownerId }]),
  )
  for (const rights of hearers.values()) await context.publish('customers.timeline-grown', { customerId, ...rights })
}

const linesAtOnce = 2000

/** Writes the lines of many files at once. Nobody is told line by line: an import says itself when it is done. */
export async function loadTimeline(context: Context, lines: readonly TimelineLine[]): Promise<void> {
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    await insertLines(context, lines.slice(start, start + linesAtOnce), () => 0)
  }
  await raiseLastContact(context, lastContacts(lines))
}

function lastContacts(lines: readonly TimelineLine[]): Map<string, Date> {
  const latest = new Map<string, Date>()
  for (const line of lines.filter(({ kind }) => isContact(kind))) {
    const at = new Date(line.at)
    if (at > (latest.get(line.customerId) ?? new Date(0))) latest.set(line.customerId, at)
  }
  // In one order always, so that two loads do not wait for each other crosswise.
  return new Map([...latest].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
