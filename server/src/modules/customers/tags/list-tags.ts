import { tagGroupClasses, tagGroups } from '@parvandeh/contract'
import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { readTags } from './tags.queries.ts'

/** The vocabulary, as far as the reader may read what its groups tell of. */
export async function listTags(context: Context): Promise<AnswerOf<typeof contract.tags.list>> {
  const groups = tagGroups.filter((group) => context.actor.fieldClasses.has(tagGroupClasses[group]))
  return { tags: await readTags(context, groups) }
}
