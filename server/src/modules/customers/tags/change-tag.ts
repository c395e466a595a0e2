import { tagGroupClasses } from '@parvandeh/contract'
import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { refuseField } from '../refuse-field.ts'
import { readName } from './read-name.rules.ts'
import { lockTags, readTag, readTagNamed, updateTag } from './tags.queries.ts'
import type { TagRow } from './tags.queries.ts'

/** Renames a tag or takes it out of use. Files keep it. */
export async function changeTag(context: Context, tagId: string, body: BodyOf<typeof contract.tags.change>): Promise<TagRow> {
  await lockTags(context)
  const before = await readTag(context, tagId)
  if (!before) throw new AppError('not-found')
  if (before.version !== body.version) throw new AppError('changed-meanwhile')
  const named = readName(body.name)
  if (!named) throw refuseField(context, 'name', 'unreadable')
  const namesake = await readTagNamed(context, before.group, named.key)
  if (namesake && namesake.id !== tagId) throw new AppError('already-exists')
  const after = await updateTag(context, {
    ...before,
    ...named,
    nameEn: body.nameEn || null,
    active: body.active,
    version: before.version + 1,
  })
  const { name, nameEn, active } = before
  const accessClass = tagGroupClasses[before.group]
  await writeAudit(context, {
    action: 'tag.changed',
    subjectType: 'tag',
    subjectId: tagId,
    before: { name, nameEn, active, accessClass },
    after: { name: after.name, nameEn: after.nameEn, active: after.active, accessClass },
  })
  return after
}
