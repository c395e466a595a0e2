import { z } from 'zod'
import { day, flag, id, line, text } from '../fields.ts'
import { accessClasses } from '../permissions.ts'
import { route } from '../route.ts'
import { customValue } from './custom-fields.ts'
import { bilingual, describedField } from './field-catalogue.ts'
import { fieldKey } from './conditions.ts'
import { customerKinds } from './fields.ts'
import { statedSource } from './sources.ts'

/** How much a field counts in the completeness of a file: not at all, up to the most. */
export const weight = z.number().int().min(0).max(10)

const weighed = z.object({
  key: z.string(),
  label: bilingual,
  group: z.string(),
  accessClass: z.enum(accessClasses),
  weight,
})

/** A field that a file lacks, with what is needed to ask for it where it stands. */
export const missingField = describedField.pick({ key: true, label: true, type: true, choices: true }).extend({
  weight: z.number().int(),
  /** The programme that asks for it, if one does. */
  programmeId: id.nullable(),
  /** They did not want to say: it is not asked again. */
  declined: z.boolean(),
})

/** How the customer took a question. */
export const questionOutcomes = ['declined', 'later'] as const

const file = z.object({ customerId: id })
export const completenessCuts = ['unit', 'owner', 'kind', 'segment'] as const

const share = z.object({
  files: z.number().int(),
  /** Files in which nothing that counts is missing. */
  complete: z.number().int(),
  /** The mean over the files, 0 to 1; null where there are none. */
  mean: z.number().nullable(),
})

export const completenessRoutes = {
  weights: route({
    method: 'GET',
    path: '/api/completeness/weights',
    permission: 'customers.fields',
    summary: { fa: 'اهمیت ویژگی‌ها در کامل بودن پرونده', en: 'How much each field counts' },
    response: z.object({
      kinds: z.array(z.object({ kind: z.enum(customerKinds), fields: z.array(weighed) })),
      /** While files are reckoned anew: how many of how many are done. */
      work: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
      version: z.number().int(),
    }),
  }),
  /** All files are then reckoned anew, in the background. */
  setWeights: route({
    method: 'PUT',
    path: '/api/completeness/weights',
    permission: 'customers.fields',
    summary: { fa: 'تعیین اهمیت ویژگی‌ها', en: 'Set how much each field counts' },
    body: z.object({
      weights: z.array(z.object({ kind: z.enum(customerKinds), key: fieldKey, weight })).max(1000),
      version: z.number().int(),
    }),
    response: z.object({ version: z.number().int() }),
  }),
  /** As of the last measuring, which is done each night; `asOf` is null before the first. */
  overview: route({
    method: 'GET',
    path: '/api/completeness',
    permission: 'customers.read',
    summary: { fa: 'کامل بودن پرونده‌ها به تفکیک واحد، مسئول، نوع یا گروه', en: 'Completeness by unit, responsible, kind or segment' },
    query: z.object({ by: z.enum(completenessCuts).default('unit'), unitId: id.optional(), ownerId: id.optional() }),
    response: z.object({
      asOf: day.nullable(),
      all: share,
      rows: z.array(share.extend({ key: z.string().nullable(), name: z.string().nullable() })),
    }),
  }),
  trend: route({
    method: 'GET',
    path: '/api/completeness/trend',
    permission: 'customers.read',
    summary: { fa: 'روند کامل شدن پرونده‌ها', en: 'Completeness over time' },
    query: z.object({ unitId: id.optional(), ownerId: id.optional(), segmentId: id.optional() }),
    /** The days that were measured, the last two years of them. */
    response: z.object({ days: z.array(share.extend({ day })) }),
  }),
  /** What one file lacks, the most useful first; of what the reader may not read nothing is told. */
  ofFile: route({
    method: 'GET',
    path: '/api/customers/:customerId/completeness',
    permission: 'customers.read',
    summary: { fa: 'کامل بودن یک پرونده و آنچه کم دارد', en: 'Completeness of a file, and what it lacks' },
    params: file,
    response: z.object({
      share: z.number().nullable(),
      missing: z.array(missingField),
      /** The one to ask for next. */
      next: z.string().nullable(),
      can: z.object({ answer: z.boolean() }),
    }),
  }),
  /**
   * Writes what the customer said into the file. `seconds`: from when the question was shown. Refusals are those of the
   * file: a value that does not fit, or looks wrong, is told and not kept.
   */
  answer: route({
    method: 'POST',
    path: '/api/customers/:customerId/questions',
    permission: 'customers.write',
    summary: { fa: 'ثبت پاسخ مشتری به یک پرسش', en: "Write a customer's answer to a question" },
    params: file,
    body: z.object({
      field: fieldKey,
      value: customValue,
      seconds: z.number().int().min(0).max(3600),
      programmeId: id.nullable().default(null),
      source: statedSource.optional(),
    }),
    response: z.object({ version: z.number().int() }),
  }),
  hourCosts: route({
    method: 'GET',
    path: '/api/completeness/hour-costs',
    permission: 'customers.fields',
    summary: { fa: 'بهای یک ساعت کار', en: 'What an hour of work costs' },
    response: z.object({ costs: z.array(z.object({ unitId: id.nullable(), rials: z.number().int() })) }),
  }),
  /** All of them: of the organisation (without a unit), and of units that differ. */
  setHourCosts: route({
    method: 'PUT',
    path: '/api/completeness/hour-costs',
    permission: 'customers.fields',
    summary: { fa: 'تعیین بهای یک ساعت کار', en: 'Set what an hour of work costs' },
    body: z.object({ costs: z.array(z.object({ unitId: id.nullable(), rials: z.number().int().min(0).max(1_000_000_000_000) })).max(500) }),
    response: z.object({ costs: z.array(z.object({ unitId: id.nullable(), rials: z.number().int() })) }),
  }),
  /** The customer did not want to say, and is not asked again; or not now. */
  putOff: route({
    method: 'POST',
    path: '/api/customers/:customerId/questions/put-off',
    permission: 'customers.write',
    summary: { fa: 'پرسش بی‌پاسخ ماند', en: 'A question was left without an answer' },
    params: file,
    body: z.object({
      field: fieldKey,
      outcome: z.enum(questionOutcomes),
      seconds: z.number().int().min(0).max(3600),
      programmeId: id.nullable().default(null),
      /** Takes it back: they may be asked again. */
      undo: z.boolean().default(false),
    }),
  }),
}

/** Who collects: people by name, units with all who are in them; nobody named means everybody. */
const programmeInput = z.object({
  name: line(120).min(1),
  note: text(1000).default(''),
  fields: z
    .array(z.object({ key: fieldKey, /** Minutes that asking takes; null: measured. */ minutes: z.number().min(0).max(120).nullable() }))
    .min(1)
    .max(20),
  /** Whose files; null: all. */
  segmentId: id.nullable(),
  until: day,
  people: z.array(id).max(200),
  units: z.array(id).max(200),
})

const progress = z.object({ files: z.number().int(), complete: z.number().int(), more: z.boolean() })

export const programme = programmeInput.extend({
  id,
  state: z.enum(['running', 'over', 'closed']),
  labels: z.record(z.string(), bilingual),
  segmentName: z.string().nullable(),
  createdBy: id.nullable(),
  version: z.number().int(),
  can: z.object({ change: z.boolean() }),
})

const one = z.object({ programmeId: id })

export const programmeRoutes = {
  list: route({
    method: 'GET',
    path: '/api/programmes',
    permission: 'customers.read',
    summary: { fa: 'برنامه‌های گردآوری', en: 'Collection programmes' },
    query: z.object({ closed: flag.optional() }),
    response: z.object({ programmes: z.array(programme), canCreate: z.boolean() }),
  }),
  show: route({
    method: 'GET',
    path: '/api/programmes/:programmeId',
    permission: 'customers.read',
    summary: { fa: 'یک برنامه با پیشرفت آن', en: 'A programme with its progress' },
    params: one,
    response: z.object({
      programme,
      /** Over the files that the reader may see. */
      progress,
      byOwner: z.array(z.object({ ownerId: id.nullable(), files: z.number().int(), complete: z.number().int() })),
      byField: z.array(z.object({ key: z.string(), filled: z.number().int(), declined: z.number().int() })),
      /** Who asked, and what came of it. */
      byPerson: z.array(z.object({ personId: id.nullable(), answered: z.number().int(), declined: z.number().int(), minutes: z.number() })),
    }),
  }),
  create: route({
    method: 'POST',
    path: '/api/programmes',
    permission: 'customers.fields',
    summary: { fa: 'برنامهٔ گردآوری تازه', en: 'Create a collection programme' },
    body: programmeInput,
    response: programme,
  }),
  change: route({
    method: 'PUT',
    path: '/api/programmes/:programmeId',
    permission: 'customers.fields',
    summary: { fa: 'تغییر برنامهٔ گردآوری', en: 'Change a collection programme' },
    params: one,
    body: programmeInput.extend({ closed: z.boolean(), version: z.number().int() }),
    response: programme,
  }),
}
