import { tagGroupClasses } from '@parvandeh/contract'
import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudits } from '../../identity/index.ts'
import { sourceOf } from '../files/keep-files.ts'
import type { ValueSource } from '../files/file.types.ts'
import { tellFacts } from '../files/tell-facts.ts'
import { lockForChange } from '../files/write-changed-file.ts'
import { besideField } from '../provenance/beside.rules.ts'
import { recordChanges } from '../provenance/record-changes.ts'
import { refuseField } from '../refuse-field.ts'
import { readTag } from '../tags/tags.queries.ts'
import type { TagRow } from '../tags/tags.queries.ts'
import { deleteFileTags, insertFileTags } from './behaviour.queries.ts'
import { presentBehaviour } from './show-behaviour.ts'

interface HeldFile {
  customerId: string
  unitId: string | null
  ownerId: string | null
  version: number
}

/** The tag that an id means now, refused where it is unknown, out of use, or of a class that the actor may not read. */
export async function requireTag(context: Context, tagId: string): Promise<TagRow> {
  const named = await readTag(context, tagId)
  const tag = named && named.mergedInto !== null ? await readTag(context, named.mergedInto) : named
  if (!tag || !context.actor.fieldClasses.has(tagGroupClasses[tag.group])) throw refuseField(context, 'tagId', 'unknown')
  return tag
}

/** Tags files that the caller holds and may write; gives those that did not have the tag. Each tells of it. */
export async function tagFiles(
  context: Context,
  files: readonly HeldFile[],
  tag: TagRow,
  { note = null, source }: { note?: string | null; source?: ValueSource | undefined } = {},
): Promise<string[]> {
  const ids = files.map(({ customerId }) => customerId)
  const added = new Set(await insertFileTags(context, ids, tag, note))
  await keepTagSources(context, [...added], tag, { note, source })
  await tellOfTag(
    context,
    files.filter(({ customerId }) => added.has(customerId)),
    tag,
    'customer.tagged',
  )
  return [...added]
}

/** Takes a tag off files that the caller holds and may write; gives those that had it. */
export async function untagFiles(context: Context, files: readonly HeldFile[], tag: TagRow): Promise<string[]> {
  const ids = files.map(({ customerId }) => customerId)
  const gone = await deleteFileTags(context, ids, tag.id)
  const removed = new Set(gone.map(({ root }) => root))
  await recordChanges(
    context,
    gone.map(({ customerId, tagId, note }) => ({
      customerId,
      ...pathOf(tag, tagId),
      before: valueOf(tag, note),
      after: null,
      source: sourceOf(context.actor),
    })),
  )
  await tellOfTag(
    context,
    files.filter(({ customerId }) => removed.has(customerId)),
    tag,
    'customer.untagged',
  )
  return [...removed]
}

/** Where a tag that was put on files comes from. */
export const keepTagSources = (
  context: Context,
  customerIds: readonly string[],
  tag: TagRow,
  { note = null, source }: { note?: string | null; source?: ValueSource | undefined } = {},
): Promise<void> =>
  recordChanges(
    context,
    customerIds.map((customerId) => ({
      customerId,
      ...pathOf(tag, tag.id),
      before: null,
      after: valueOf(tag, note),
      source: sourceOf(context.actor, source),
    })),
  )

const pathOf = (tag: TagRow, tagId: string) => ({ field: besideField('tags', tagId), accessClass: tagGroupClasses[tag.group] })
const valueOf = ({ name, nameEn }: TagRow, note: string | null) => ({ tag: name, tagEn: nameEn, note })

async function tellOfTag(
  context: Context,
  files: readonly HeldFile[],
  tag: TagRow,
  kind: 'customer.tagged' | 'customer.untagged',
): Promise<void> {
  const accessClass = tagGroupClasses[tag.group]
  const tagged = { tagId: tag.id, name: tag.name, accessClass }
  await writeAudits(
    context,
    files.map(({ customerId }) => ({
      action: kind,
      subjectType: 'customer',
      subjectId: customerId,
      customerId,
      ...(kind === 'customer.tagged' ? { after: tagged } : { before: tagged }),
    })),
  )
  for (const file of files) {
    await tellFacts(context, file, { kind, accessClass, facts: { tag: tag.name, tagEn: tag.nameEn } })
  }
}

/** Puts a tag on one file. Putting it on twice is putting it on once. */
export async function tagFile(context: Context, customerId: string, { tagId, note, source }: BodyOf<typeof contract.behaviour.tag>) {
  const file = await lockForChange(context, customerId)
  const tag = await requireTag(context, tagId)
  if (!tag.active) throw refuseField(context, 'tagId', 'out-of-use')
  await tagFiles(context, [file], tag, { note: note || null, source })
  return presentBehaviour(context, file)
}

/** Takes a tag off one file; one that it does not have is not found. */
export async function untagFile(context: Context, customerId: string, tagId: string) {
  const file = await lockForChange(context, customerId)
  const tag = await readTag(context, tagId)
  if (!tag || !context.actor.fieldClasses.has(tagGroupClasses[tag.group])) throw new AppError('not-found')
  if ((await untagFiles(context, [file], tag)).length === 0) throw new AppError('not-found')
  return presentBehaviour(context, file)
}
