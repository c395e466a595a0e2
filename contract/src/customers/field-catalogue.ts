import { z } from 'zod'
import { accessClasses } from '../permissions.ts'
import { route } from '../route.ts'
import { fieldTypes, operatorKeys } from './field-types.ts'
import type { Operator } from './field-types.ts'
import { customerKinds } from './fields.ts'

/** What something is called in the two languages of the interface. */
export const bilingual = z.object({ fa: z.string(), en: z.string() })

/** A field of the file as everybody who deals with fields knows it: forms, lists, filters, imports, exports, segments. */
export const describedField = z.object({
  /** A built-in name, or `x.` and the key of one of the organisation's own. */
  key: z.string(),
  type: z.enum(fieldTypes),
  label: bilingual,
  /** The group it stands in, one of `groups`. */
  group: z.string(),
  accessClass: z.enum(accessClasses),
  /** The kinds of customers that have it. */
  kinds: z.array(z.enum(customerKinds)),
  custom: z.boolean(),
  /** What can be chosen, of a field of choices. */
  choices: z.array(z.object({ key: z.string(), label: bilingual })).nullable(),
  /** What a filter can ask of it; nothing where it cannot be filtered by. */
  operators: z.array(z.enum(operatorKeys as [Operator, ...Operator[]])),
  /** Whether a list can stand in its order. */
  sortable: z.boolean(),
  exportable: z.boolean(),
  importable: z.boolean(),
})
export type DescribedField = z.infer<typeof describedField>

export const describedGroup = z.object({ key: z.string(), label: bilingual })
export type DescribedGroup = z.infer<typeof describedGroup>

export const fieldCatalogueRoutes = {
  show: route({
    method: 'GET',
    path: '/api/customer-fields',
    permission: 'customers.read',
    summary: { fa: 'ویژگی‌های پروندهٔ مشتری', en: "The fields of a customer's file" },
    /** Built-in and own, in their order; those whose class the reader may not read are not told of. */
    response: z.object({ groups: z.array(describedGroup), fields: z.array(describedField) }),
  }),
}
