import { z } from 'zod'
import { id, instant, line, requiredLine, text } from '../fields.ts'
import { accessClasses } from '../permissions.ts'
import { route } from '../route.ts'
import { condition } from './conditions.ts'
import { customFieldTypes } from './field-types.ts'
import { customerKinds } from './fields.ts'

/** The trades for which there is a set of fields to begin with. */
export const trades = ['appliances', 'software', 'clinic', 'school', 'distribution', 'services'] as const
export type Trade = (typeof trades)[number]

/** How long a removed field can be put back with all its values, in days. */
export const fieldKeptDays = 90
export const mostFields = 500

/** A value of one of the organisation's own fields, as it is kept: see the catalogue for its type. Null empties. */
export const customValue = z.union([text(20_000), z.number(), z.boolean(), z.array(line(100)).max(100), z.null()])
export type CustomValue = z.output<typeof customValue>

/** The key of a field of the organisation's own, without the `x.` of the catalogue. */
export const customKey = z
  .string()
  .max(30)
  .regex(/^[a-z][a-z0-9_]*$/u)

/** Values by keys; of a write, only those that change: what is not named stays. */
export const customValues = z
  .record(customKey, customValue)
  .refine((values) => Object.keys(values).length <= mostFields)
  .describe("Values of the organisation's own fields, by their keys; `customFields-list` and `customerFields-show` describe them.")

const label = z.object({ fa: requiredLine(80), en: line(80).nullable() })
const help = z.object({ fa: line(300).nullable(), en: line(300).nullable() })
const choice = z.object({
  /** Left out for a new one. */
  key: z
    .string()
    .max(40)
    .regex(/^[a-z0-9_-]+$/u)
    .optional(),
  label,
  /** Offered no more, and kept where it was chosen. */
  retired: z.boolean().default(false),
})

/** Bounds of a value: characters of a text, or the number itself. */
const rules = z.object({
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** 9 a digit, A a Latin letter, آ a Persian letter, * any of these, \ before a sign that means itself; others as they are. */
  pattern: line(100).nullable(),
})

/** What of a field can be said anew at any time. */
const definition = z.object({
  label,
  /** A sentence beside the input. */
  help,
  groupId: id,
  kinds: z.array(z.enum(customerKinds)).min(1).max(2),
  accessClass: z.enum(accessClasses),
  required: z.boolean(),
  /** No two files hold the same value. */
  unique: z.boolean(),
  /** Found by the search box. */
  searchable: z.boolean(),
  /** Kept so that filters find by it at once, also among a million files. */
  filtered: z.boolean(),
  choices: z.array(choice).max(200),
  rules,
  /** Asked for only where this holds of the rest of the form. */
  visibleWhen: condition.nullable(),
})

export const customField = definition.extend({
  id,
  key: customKey,
  type: z.enum(customFieldTypes),
  choices: z.array(choice.required({ key: true })),
  visibleWhen: z.record(z.string(), z.unknown()).nullable(),
  version: z.number().int(),
  updatedAt: instant,
  /** Of a field whose values are being made ready for filters and search: how many files of how many; else null. */
  work: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
})
export type CustomField = z.infer<typeof customField>

const removedField = customField.extend({ removedAt: instant, restorableUntil: instant })
const fieldGroup = z.object({ id, label, version: z.number().int() })
export type FieldGroup = z.infer<typeof fieldGroup>

const byId = z.object({ fieldId: id })
const groupId = z.object({ groupId: id })
const manage = { permission: 'customers.fields' } as const

export const customFieldRoutes = {
  list: route({
    method: 'GET',
    path: '/api/custom-fields',
    permission: 'customers.read',
    summary: { fa: 'ویژگی‌هایی که سازمان افزوده است', en: "The organisation's own fields" },
    /** In their order, those of classes that the reader may read; removed ones for whoever manages fields. */
    response: z.object({
      groups: z.array(fieldGroup),
      fields: z.array(customField),
      removed: z.array(removedField),
      can: z.object({ manage: z.boolean() }),
    }),
  }),
  add: route({
    method: 'POST',
    path: '/api/custom-fields',
    ...manage,
    summary: { fa: 'افزودن ویژگی', en: 'Add a field' },
    /** Without a key one is made of the English label, or counted. The type stays for good. */
    body: definition.extend({ key: customKey.optional(), type: z.enum(customFieldTypes) }),
    response: customField,
  }),
  change: route({
    method: 'PUT',
    path: '/api/custom-fields/:fieldId',
    ...manage,
    summary: { fa: 'ویرایش ویژگی', en: 'Change a field' },
    params: byId,
    body: definition.extend({ version: z.number().int() }),
    response: customField,
  }),
  use: route({
    method: 'GET',
    path: '/api/custom-fields/:fieldId/use',
    ...manage,
    summary: { fa: 'شمار پرونده‌هایی که این ویژگی در آن‌ها پر شده است', en: 'How many files hold a value of the field' },
    params: byId,
    /** Exact up to 10,000; above that `more` is true. */
    response: z.object({ count: z.number().int(), more: z.boolean() }),
  }),
  remove: route({
    method: 'DELETE',
    path: '/api/custom-fields/:fieldId',
    ...manage,
    summary: { fa: 'حذف ویژگی', en: 'Remove a field' },
    params: byId,
  }),
  restore: route({
    method: 'POST',
    path: '/api/custom-fields/:fieldId/restore',
    ...manage,
    summary: { fa: 'برگرداندن ویژگی حذف‌شده با مقدارهایش', en: 'Put a removed field back with its values' },
    params: byId,
    response: customField,
  }),
  arrange: route({
    method: 'PUT',
    path: '/api/custom-fields/arrangement',
    ...manage,
    summary: { fa: 'چیدن گروه‌ها و ویژگی‌ها', en: 'Arrange groups and fields' },
    /** Groups in their order, each with its fields in theirs; what is not named comes after. */
    body: z.object({ groups: z.array(z.object({ id, fieldIds: z.array(id).max(mostFields) })).max(100) }),
  }),
  addGroup: route({
    method: 'POST',
    path: '/api/custom-field-groups',
    ...manage,
    summary: { fa: 'افزودن گروه ویژگی‌ها', en: 'Add a group of fields' },
    body: z.object({ label }),
    response: fieldGroup,
  }),
  changeGroup: route({
    method: 'PUT',
    path: '/api/custom-field-groups/:groupId',
    ...manage,
    summary: { fa: 'تغییر نام گروه', en: 'Rename a group of fields' },
    params: groupId,
    body: z.object({ label, version: z.number().int() }),
    response: fieldGroup,
  }),
  removeGroup: route({
    method: 'DELETE',
    path: '/api/custom-field-groups/:groupId',
    ...manage,
    summary: { fa: 'حذف گروه خالی', en: 'Remove an empty group' },
    params: groupId,
  }),
  starterSets: route({
    method: 'GET',
    path: '/api/field-starter-sets',
    ...manage,
    summary: { fa: 'مجموعه‌های آمادهٔ ویژگی‌ها', en: 'Sets of fields to begin with' },
    response: z.object({
      sets: z.array(
        z.object({
          trade: z.enum(trades),
          label: z.object({ fa: z.string(), en: z.string() }),
          /** `present`: there is a field of this key already, which is left as it is. */
          fields: z.array(
            z.object({
              key: z.string(),
              label: z.object({ fa: z.string(), en: z.string() }),
              type: z.enum(customFieldTypes),
              present: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  }),
  applyStarterSet: route({
    method: 'POST',
    path: '/api/field-starter-sets/:trade',
    ...manage,
    summary: { fa: 'افزودن یک مجموعهٔ آماده', en: 'Add a set of fields' },
    params: z.object({ trade: z.enum(trades) }),
    response: z.object({ added: z.number().int() }),
  }),
}
