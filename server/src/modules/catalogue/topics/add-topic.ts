import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import { readName } from '../names.rules.ts'
import { refuseField } from '../refuse-field.ts'
import { requireTopic } from './require-topic.ts'
import { insertTopic } from './topics.queries.ts'
import type { TopicRow } from './topics.queries.ts'

/** Adds a topic at the top of the tree or under another. Its name must be new among its neighbours. */
export async function addTopic(context: Context, input: BodyOf<typeof contract.catalogue.addTopic>): Promise<TopicRow> {
  const named = readName(input.name)
  if (!named) throw refuseField(context, 'name', 'unreadable')
  if (input.parentId !== null) await requireTopic(context, input.parentId, 'parentId')
  const topic = await insertTopic(context, { named, parentId: input.parentId, active: input.active })
  const { name, parentId, active } = topic
  await writeAudit(context, { action: 'topic.added', subjectType: 'topic', subjectId: topic.id, after: { name, parentId, active } })
  return topic
}
