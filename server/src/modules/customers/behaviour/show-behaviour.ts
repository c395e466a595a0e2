import type { AccessClass, AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { mayReach, writeAudit } from '../../identity/index.ts'
import { fileIds } from '../files/file-set.queries.ts'
import { requireVisibleCustomer } from '../files/require-visible-customer.ts'
import { readFileTags, readNotes } from './behaviour.queries.ts'

type Behaviour = AnswerOf<typeof contract.behaviour.show>

/** What somebody is like is theirs: it is read by those who may read what is sensitive. */
export const behaviourClass: AccessClass = 'sensitive'

/** Tags and notes of a file, as far as the reader may read them. That they were read is put on record. */
export async function showBehaviour(context: Context, customerId: string): Promise<Behaviour> {
  const file = await requireVisibleCustomer(context, customerId)
  const shown = await presentBehaviour(context, file)
  const sensitive = [...(shown.notes.length > 0 ? ['behaviourNotes'] : []), ...(shown.tags.some(isSensitive) ? ['behaviourTags'] : [])]
  if (sensitive.length > 0)
    await writeAudit(context, {
      action: 'field.read',
      subjectType: 'customer',
      subjectId: file.customerId,
      customerId: file.customerId,
      after: { fields: sensitive },
    })
  return shown
}

const isSensitive = ({ group }: Behaviour['tags'][number]): boolean => group !== 'general' && group !== 'activity'

/** The same for a file in hand, after a change of it. */
export async function presentBehaviour(
  context: Context,
  file: { customerId: string; unitId: string | null; ownerId: string | null; fileIds?: readonly string[] },
): Promise<Behaviour> {
  const withheld = !context.actor.fieldClasses.has(behaviourClass)
  const tags = await readFileTags(context, [file.customerId])
  const notes = withheld ? [] : await readNotes(context, file.fileIds ?? (await fileIds(context, file.customerId)))
  return {
    tags: tags.map(({ customerId: _, addedAt, ...tag }) => ({ ...tag, addedAt: addedAt.toISOString() })),
    notes: notes.map(({ writtenAt, changedAt, customerId: _, ...note }) => ({
      ...note,
      writtenAt: writtenAt.toISOString(),
      changedAt: changedAt?.toISOString() ?? null,
    })),
    withheld,
    can: { edit: mayReach(context.actor, 'customers.write', file) },
  }
}
