import type { TimelineLine } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { isContact } from './contact.rules.ts'
import { holdFile, insertLines, moveLines, raiseLastContact } from './timeline.queries.ts'

/** An event about one thing in one file: its lines, and the rights that the thing has by now. */
interface FileEvent {
  customerId: string
  id: string
  version: number
  unitId: string | null
  ownerId: string | null
  timeline: TimelineLine[]
}

/** Writes an event's lines on the file's timeline and tells that it grew. Lines of a thing that may move go where it is now. */
export async function growTimeline(context: Context, event: FileEvent, mayMove: boolean): Promise<void> {
  const file = await holdFile(context, event.customerId)
  // A file that is not there has no timeline; its event came from what was rolled back or removed since.
  if (!file) return
  if (event.timeline.length > 0) {
    await insertLines(context, event.timeline, (line) => (line.subjectId === event.id ? event.version : 0))
    await raiseLastContact(context, lastContacts(event.timeline))
  }
  if (mayMove) await moveLines(context, event)
  const told = event.timeline.filter((line) => isToldLive(line, file))
  await tellHearers(context, file.readIn, told)
}

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
