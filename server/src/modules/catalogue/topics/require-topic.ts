import type { Context } from '../../../platform/context.ts'
import { refuseField } from '../refuse-field.ts'
import { readTopic } from './topics.queries.ts'
import type { TopicRow } from './topics.queries.ts'

/** The topic of this id, in use or not; refuses the input field that names it when there is none. */
export async function requireTopic(context: Context, id: string, field = 'topicId'): Promise<TopicRow> {
  const topic = await readTopic(context, id)
  if (!topic) throw refuseField(context, field, 'unknown')
  return topic
}
