import { z } from 'zod'
import { id, instant, line, requiredLine } from '../fields.ts'
import { foldForStorage } from '../persian/index.ts'
import { route } from '../route.ts'

/** The lists of which views can be kept. */
export const listNames = [
  'customers',
  'segments',
  'requests',
  'interactions',
  'documents',
  'people',
  'audit',
  'products',
  'topics',
  'imports',
  'exports',
  'records',
  'ledger',
  'cheques',
  'removed-customers',
  'erasures',
] as const
export type ListName = (typeof listNames)[number]

/** Who finds a view in their list: its owner alone, the people of the owner's unit, or everyone. */
export const viewAudiences = ['private', 'team', 'all'] as const

/** A condition as JSON is the longest that an address holds. */
const mostText = 4000

/** The name of a column or of a filter, as the list itself calls it. */
const key = z
  .string()
  .max(40)
  .regex(/^[a-zA-Z][a-zA-Z0-9._-]*$/u)

const filterValue = z.union([line(mostText), z.number(), z.boolean(), z.array(line(300)).max(50)])

/** What may be as long as a condition is: other filters are words. */
const isOfFitLength = ([key, value]: [string, unknown]) => key === 'where' || typeof value !== 'string' || value.length <= 300

/** Filters and sort as they stand in the list's own address. */
export const viewSearch = z
  .record(key, filterValue)
  .refine((search) => Object.keys(search).length <= 40 && Object.entries(search).every(isOfFitLength))

/** Chosen columns in their order; a width in pixels where one was set by hand. */
export const viewColumns = z
  .array(z.object({ key, width: z.number().int().min(40).max(1200).nullable() }))
  .max(60)
  .refine((columns) => new Set(columns.map((column) => column.key)).size === columns.length)

const viewInput = z.object({
  name: requiredLine(80).refine((name) => foldForStorage(name) !== ''),
  audience: z.enum(viewAudiences),
  /** What the list knows as a filter must be a value that it takes; other parts of the address are kept as they are. */
  search: viewSearch,
  /** Empty: the columns that the list shows by itself. */
  columns: viewColumns,
  /** The column by which rows are grouped. */
  group: key.nullable(),
})

export const savedView = viewInput.extend({
  id,
  list: z.enum(listNames),
  ownerId: id,
  ownerName: z.string(),
  mine: z.boolean(),
  /** False where its condition asks about a field that is no longer there, or that its owner may no longer read; the values are left out. */
  usable: z.boolean(),
  /** With this the reader's list opens. */
  isDefault: z.boolean(),
  version: z.number().int(),
  updatedAt: instant,
  can: z.object({ change: z.boolean() }),
})
export type SavedView = z.infer<typeof savedView>

const one = z.object({ viewId: id })

/** Saved views: they hold filters and columns, never rows; what one sees through them is decided by one's own rights. Whoever may not read what a condition asks about is not told of the view. */
export const viewRoutes = {
  list: route({
    method: 'GET',
    path: '/api/views',
    permission: 'signed-in',
    summary: { fa: 'نماهای ذخیره‌شدهٔ یک فهرست', en: 'Saved views of a list' },
    query: z.object({ list: z.enum(listNames) }),
    /** One's own, those of one's unit and those for everyone, by name; at most 300. `canShareWithAll`: `all` may be chosen. */
    response: z.object({ views: z.array(savedView), canShareWithAll: z.boolean() }),
  }),
  create: route({
    method: 'POST',
    path: '/api/views',
    permission: 'signed-in',
    summary: { fa: 'ذخیرهٔ نما', en: 'Save a view' },
    body: viewInput.extend({ list: z.enum(listNames) }),
    response: savedView,
  }),
  change: route({
    method: 'PATCH',
    path: '/api/views/:viewId',
    permission: 'signed-in',
    summary: { fa: 'تغییر نما', en: 'Change a view' },
    params: one,
    /** What is left out stays. By its owner; one that is shared also by those who manage the organisation. */
    body: viewInput.partial().extend({ version: z.number().int() }),
    response: savedView,
  }),
  remove: route({
    method: 'DELETE',
    path: '/api/views/:viewId',
    permission: 'signed-in',
    summary: { fa: 'حذف نما', en: 'Remove a view' },
    params: one,
  }),
  restore: route({
    method: 'POST',
    path: '/api/views/:viewId/restore',
    permission: 'signed-in',
    summary: { fa: 'برگرداندن نمای حذف‌شده', en: 'Put a removed view back' },
    params: one,
    response: savedView,
  }),
  setDefault: route({
    method: 'PUT',
    path: '/api/default-views/:list',
    permission: 'signed-in',
    summary: { fa: 'نمایی که فهرست با آن باز می‌شود', en: 'The view with which a list opens' },
    params: z.object({ list: z.enum(listNames) }),
    /** Null: the list as it comes. */
    body: z.object({ viewId: id.nullable() }),
  }),
}
