import { z } from 'zod'
import { customerKinds } from './customers/fields.ts'
import { id, line, requiredLine } from './fields.ts'

/** What a column can hold of a file's fixed fields, or of where the file belongs. */
export const fieldTargets = [
  'code',
  'externalKey',
  'kind',
  'fullName',
  'firstName',
  'lastName',
  'fatherName',
  'organisationName',
  'nationalCode',
  'foreignCode',
  'companyNationalId',
  'registrationNumber',
  'economicCode',
  'birthDate',
  'gender',
  'province',
  'county',
  'city',
  'district',
  'features',
  'unit',
  'owner',
] as const

/** Ways to reach the customer; several columns may hold the same kind. A `phone` may be a mobile: the number tells. */
export const pointTargets = ['mobile', 'phone', 'email', 'address', 'social', 'fax', 'website'] as const

/** What a column says of the way to reach that has the same group. */
export const partTargets = ['label', 'postalCode', 'addressCity', 'addressProvince', 'addressRest'] as const

export const customerTargets = [...fieldTargets, ...pointTargets, ...partTargets] as const
export type CustomerTarget = (typeof customerTargets)[number]

/** By what a row is known to be of a file that is there already. */
export const matchKeys = ['code', 'external', 'national-code', 'company-id', 'phone-name'] as const
export type MatchKey = (typeof matchKeys)[number]

/** How the columns of a file become customers: one row is one customer. */
export const customerMapping = z.object({
  kind: z.literal('customers'),
  /** Names the system the file comes from: its own keys of customers are unique within it. */
  source: requiredLine(60),
  columns: z
    .array(
      z.object({
        column: line(200),
        /** One of `customerTargets`, or `x.` and the key of one of the organisation's own fields. */
        to: requiredLine(80),
        /** Parts of one way to reach stand together: an address, its postal code and its label. */
        group: z.number().int().min(0).max(500).default(0),
      }),
    )
    .max(300),
  /** Date format by column, as `parse-date` names it; a column left out is guessed from its values when the import starts. */
  dateFormats: z.record(z.string(), z.string().max(60)).default({}),
  /** In which unit the amounts of a column are written; files hold Rials. Every column of money needs one. */
  moneyUnits: z.record(z.string(), z.enum(['rial', 'toman'])).default({}),
  /** Cell values that mean "missing", such as `?`. */
  missing: z.array(z.string().max(40)).max(20).default([]),
  /** What a row is that does not say whether it is a person or an organisation. */
  defaultKind: z.enum(customerKinds).default('person'),
  /** In this order: the first by which files are found decides. */
  matchBy: z
    .array(z.enum(matchKeys))
    .max(5)
    .default([...matchKeys]),
  /** A file that is there: only its empty fields are filled, or what the row says is written over it, or it is left. */
  onMatch: z.enum(['fill', 'overwrite', 'skip']).default('fill'),
  onNew: z.enum(['create', 'skip']).default('create'),
  /** Values that look wrong: kept and left open to be settled, left out, or reason to refuse the row. */
  doubts: z.enum(['keep', 'leave-out', 'refuse']).default('keep'),
  /** National codes of eight or nine digits get back the zeros that a spreadsheet took, where the check digit then fits. */
  padCodes: z.boolean().default(false),
  /** Where new files belong that name no unit or owner; null: to the unit of whoever imports, and to nobody. */
  unitId: id.nullable().default(null),
  ownerId: id.nullable().default(null),
})
export type CustomerMapping = z.infer<typeof customerMapping>

/** What became, or would become, of the rows: each is in one of these, `doubtful` apart. */
export const customerCounts = z.object({
  /** Files made. */
  created: z.number().int(),
  /** Files that were there and changed. */
  updated: z.number().int(),
  /** The file has all of it already. */
  same: z.number().int(),
  /** Left by the rules: a match or a new customer that was not to be written. */
  skipped: z.number().int(),
  /** An earlier row of the same file is about the same customer. */
  repeated: z.number().int(),
  /** More than one file fits, or keys point to different ones: written nowhere. */
  ambiguous: z.number().int(),
  refused: z.number().int(),
  /** Rows that were taken although some of their values look wrong or were left out. */
  doubtful: z.number().int(),
})
export type CustomerCounts = z.infer<typeof customerCounts>
