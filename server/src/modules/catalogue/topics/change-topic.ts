import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { changedFields } from '../changed-fields.rules.ts'
import { readName } from '../names.rules.ts'
import { refuseField } from '../refuse-field.ts'
import { requireTopic } from './require-topic.ts'
import { wouldStandUnderItself } from './topic-tree.rules.ts'
import { lockTopicTree, readTopic, readTopicParents, updateTopic } from './topics.queries.ts'
import type { TopicRow } from './topics.queries.ts'

/** Renames a topic, moves it in the tree with all below it, or takes it out of use. */
export async function changeTopic(context: Context, id: string, input: BodyOf<typeof contract.catalogue.changeTopic>): Promise<TopicRow> {
  await lockTopicTree(context)
  const before = await readTopic(context, id)
  if (!before) throw new AppError('not-found')
  if (before.version !== input.version) throw new AppError('changed-meanwhile')
  const named = readName(input.name)
  if (!named) throw refuseField(context, 'name', 'unreadable')
  if (input.parentId !== null) await requireTopic(context, input.parentId, 'parentId')
  if (wouldStandUnderItself(id, input.parentId, await readTopicParents(context))) throw new AppError('topic-cycle')
  const after = await updateTopic(context, id, { named, parentId: input.parentId, active: input.active }, before.version + 1)
  const changed = changedFields(before, after, ['name', 'parentId', 'active'])
  if (changed) await writeAudit(context, { action: 'topic.changed', subjectType: 'topic', subjectId: id, ...changed })
  return after
}
