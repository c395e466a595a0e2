import type { Actor } from '../../../platform/context.ts'
import type { StoredInteraction } from '../interactions.queries.ts'
import type { Interaction } from '../interactions.tables.ts'

/** What was said is internal: a reader without that class sees that there was an interaction, and not its words. */
export function presentInteraction(
  actor: Actor,
  { recordedBy: _recorder, ...one }: StoredInteraction,
  documentIds: readonly string[],
): Interaction {
  const readsWords = actor.fieldClasses.has('internal')
  return {
    ...one,
    startedAt: one.startedAt.toISOString(),
    recordedAt: one.recordedAt.toISOString(),
    documentIds: [...documentIds],
    ...(readsWords ? { withheld: [] } : { subject: '', body: '', withheld: ['subject', 'body'] }),
  }
}
