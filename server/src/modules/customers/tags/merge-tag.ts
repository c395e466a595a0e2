import { tagGroupClasses } from '@parvandeh/contract'
import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { refuseField } from '../refuse-field.ts'
import { lockTags, mergeTagInto, readTag } from './tags.queries.ts'
import type { TagRow } from './tags.queries.ts'

/**
 * Makes one tag of two: files that have the one are read as having the other. No file is rewritten, so that it takes
 * no longer for a million of them, and the two can be parted again.
 */
export async function mergeTag(
  context: Context,
  tagId: string,
  { intoTagId, version }: BodyOf<typeof contract.tags.merge>,
): Promise<TagRow> {
  await lockTags(context)
  const tag = await readTag(context, tagId)
  if (!tag) throw new AppError('not-found')
  if (tag.version !== version) throw new AppError('changed-meanwhile')
  const into = intoTagId === null ? null : await readTag(context, intoTagId)
  if (into === undefined) throw refuseField(context, 'intoTagId', 'unknown')
  if (into && (into.id === tag.id || into.group !== tag.group || into.mergedInto !== null)) throw new AppError('tag-merge-refused')
  const after = await mergeTagInto(context, tag, intoTagId)
  await writeAudit(context, {
    action: 'tag.merged',
    subjectType: 'tag',
    subjectId: tagId,
    before: { mergedInto: tag.mergedInto },
    after: { mergedInto: intoTagId, name: into?.name ?? tag.name, accessClass: tagGroupClasses[tag.group] },
  })
  return after
}
