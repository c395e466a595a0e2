import { tagGroupClasses } from '@parvandeh/contract'
import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { refuseField } from '../refuse-field.ts'
import { readName } from './read-name.rules.ts'
import { insertTag, readTagNamed } from './tags.queries.ts'
import type { TagRow } from './tags.queries.ts'

/** Lets the vocabulary grow by a tag; a name that is there already, however it is spelled, gives the tag of that name. */
export async function addTag(context: Context, { name, nameEn, group }: BodyOf<typeof contract.tags.add>): Promise<TagRow> {
  if (!context.actor.fieldClasses.has(tagGroupClasses[group])) throw new AppError('not-permitted')
  const named = readName(name)
  if (!named) throw refuseField(context, 'name', 'unreadable')
  const known = await readTagNamed(context, group, named.key)
  if (known) return known
  const added = await insertTag(context, { ...named, nameEn: nameEn || null, group })
  if (!added) return (await readTagNamed(context, group, named.key)) ?? Promise.reject(new AppError('changed-meanwhile'))
  await writeAudit(context, {
    action: 'tag.added',
    subjectType: 'tag',
    subjectId: added.id,
    after: { name: added.name, group, accessClass: tagGroupClasses[group] },
  })
  return added
}
