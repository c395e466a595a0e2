import type { BodyOf, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { fileIds } from '../files/file-set.queries.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { tellFacts } from '../files/tell-facts.ts'
import { lockForChange } from '../files/write-changed-file.ts'
import { deleteNote, insertNote, readNote, updateNote } from './behaviour.queries.ts'
import type { BehaviourNote } from './behaviour.queries.ts'
import { behaviourClass, presentBehaviour } from './show-behaviour.ts'

/** Writes a note on what the customer is like. */
export async function addNote(context: Context, customerId: string, { text }: BodyOf<typeof contract.behaviour.addNote>) {
  const file = await holdForNotes(context, customerId)
  const kept = foldForStorage(text)
  await tell(context, file, await insertNote(context, customerId, kept), 'added', { after: { text: kept } })
  return presentBehaviour(context, file)
}

/** Writes a note anew. */
export async function changeNote(
  context: Context,
  customerId: string,
  noteId: string,
  { text, version }: BodyOf<typeof contract.behaviour.changeNote>,
) {
  const file = await holdForNotes(context, customerId)
  const before = await requireNote(context, customerId, noteId)
  if (before.version !== version) throw new AppError('changed-meanwhile')
  const kept = foldForStorage(text)
  if (kept !== before.text) {
    await updateNote(context, before, kept)
    await tell(context, file, noteId, 'changed', { before: { text: before.text }, after: { text: kept } })
  }
  return presentBehaviour(context, file)
}

/** Takes a note away. */
export async function removeNote(context: Context, customerId: string, noteId: string) {
  const file = await holdForNotes(context, customerId)
  const before = await requireNote(context, customerId, noteId)
  await deleteNote(context, before)
  await tell(context, file, noteId, 'removed', { before: { text: before.text } })
  return presentBehaviour(context, file)
}

/** Whoever may not read notes cannot write them either: they could not see what they do. */
async function holdForNotes(context: Context, customerId: string): Promise<CustomerFile> {
  const file = await lockForChange(context, customerId)
  if (!context.actor.fieldClasses.has(behaviourClass)) throw new AppError('not-permitted')
  return file
}

async function requireNote(context: Context, customerId: string, noteId: string): Promise<BehaviourNote> {
  const note = await readNote(context, await fileIds(context, customerId), noteId)
  if (!note) throw new AppError('not-found')
  return note
}

async function tell(
  context: Context,
  file: CustomerFile,
  noteId: string,
  change: 'added' | 'changed' | 'removed',
  parts: { before?: object; after?: object },
): Promise<void> {
  const { customerId } = file
  const classed = Object.fromEntries(Object.entries(parts).map(([when, part]) => [when, { ...part, accessClass: behaviourClass }]))
  await writeAudit(context, {
    action: `behaviour-note.${change}`,
    subjectType: 'behaviour-note',
    subjectId: noteId,
    customerId,
    ...classed,
  })
  await tellFacts(context, file, { kind: 'customer.behaviour-noted', accessClass: behaviourClass, facts: { change } })
}
