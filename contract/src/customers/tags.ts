import { z } from 'zod'
import { id, line, requiredLine } from '../fields.ts'
import type { AccessClass } from '../permissions.ts'
import { route } from '../route.ts'

/** What a tag tells of: four sides of a customer's behaviour (C8), what they do (C10), and anything else. */
export const tagGroups = ['temperament', 'tendency', 'interest', 'taste', 'activity', 'general'] as const
export type TagGroup = (typeof tagGroups)[number]

/** How delicate a tag of each group is: what somebody is like is nobody's business but theirs. */
export const tagGroupClasses: Record<TagGroup, AccessClass> = {
  temperament: 'sensitive',
  tendency: 'sensitive',
  interest: 'sensitive',
  taste: 'sensitive',
  activity: 'internal',
  general: 'internal',
}

const version = z.number().int()
const tag = z.object({
  id,
  name: z.string(),
  /** What it is called in English, where that was given. */
  nameEn: z.string().nullable(),
  group: z.enum(tagGroups),
  active: z.boolean(),
  /** The tag that this one was merged into: files that have it are read as having that. */
  mergedInto: id.nullable(),
  version,
})
const tagInput = z.object({ name: requiredLine(80), nameEn: line(80).nullable().default(null), group: z.enum(tagGroups) })
const tagParams = z.object({ tagId: id })

export const tagRoutes = {
  list: route({
    method: 'GET',
    path: '/api/tags',
    permission: 'signed-in',
    summary: { fa: 'واژگان برچسب‌ها', en: 'The vocabulary of tags' },
    /** By name, the first five thousand; only groups whose class the reader may read. */
    response: z.object({ tags: z.array(tag) }),
  }),
  add: route({
    method: 'POST',
    path: '/api/tags',
    permission: 'customers.write',
    summary: { fa: 'افزودن برچسب', en: 'Add a tag' },
    /** A name that is there already, however it is spelled, gives the tag of that name. */
    body: tagInput,
    response: tag,
  }),
  change: route({
    method: 'PUT',
    path: '/api/tags/:tagId',
    permission: 'customers.manage',
    summary: { fa: 'ویرایش برچسب', en: 'Change a tag' },
    params: tagParams,
    body: tagInput.omit({ group: true }).extend({ active: z.boolean(), version }),
    response: tag,
  }),
  merge: route({
    method: 'POST',
    path: '/api/tags/:tagId/merge',
    permission: 'customers.manage',
    summary: { fa: 'یکی‌کردن دو برچسب، یا جداکردن دوبارهٔ آن‌ها', en: 'Merge a tag into another, or part them again' },
    params: tagParams,
    body: z.object({ intoTagId: id.nullable(), version }),
    response: tag,
  }),
}
