import { deskTopics } from './desk-topics.data.ts'
import { repairTopics } from './repair-topics.data.ts'
import type { Topic } from './topics.types.ts'

const topicList = [...deskTopics, ...repairTopics] as const

export type TopicKey = (typeof topicList)[number]['key']

export const topics: readonly (Topic & { key: TopicKey })[] = topicList
