import { z } from 'zod'
import { id, instant, line, requiredLine } from '../fields.ts'
import { accessClasses } from '../permissions.ts'
import { route } from '../route.ts'
import { condition } from './conditions.ts'

const version = z.number().int()
/** Marks of classes, told apart without their colours. */
export const classMarks = ['star', 'circle', 'square', 'triangle', 'diamond', 'flag', 'heart', 'shield', 'minus'] as const

const classFacts = {
  name: requiredLine(80),
  nameEn: line(80).nullable(),
  mark: z.enum(classMarks),
  active: z.boolean(),
  /** Which files are of it, of a scheme by rule; of several that fit the first in order. */
  condition: condition.nullable(),
}
const schemeClass = z.object({ id, ...classFacts })

const schemeFacts = {
  name: requiredLine(80),
  nameEn: line(80).nullable(),
  by: z.enum(['hand', 'rule']),
  accessClass: z.enum(accessClasses),
  active: z.boolean(),
  /** Why rules may ask for gender, birthplace or kinship. Left out, they may not. */
  protectedReason: line(300).nullable(),
}

/** How files are put in order, one way of several: by occupation, by credit, by whatever matters (C11). */
export const scheme = z.object({ id, ...schemeFacts, classes: z.array(schemeClass), version })

/** Where a run over all files is: `checked` of about `total` so far. */
const run = z.object({
  state: z.enum(['none', 'running', 'done']),
  checked: z.number().int(),
  total: z.number().int(),
  changed: z.number().int(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
})

const schemeInput = z.object({
  ...schemeFacts,
  /** In order; those that are there keep their ids, and those left out are taken out of use. */
  classes: z
    .array(schemeClass.extend({ id: id.nullable() }))
    .min(1)
    .max(30),
})
const schemeParams = z.object({ schemeId: id })

const change = z.object({
  id,
  schemeId: id,
  fromClassId: id.nullable(),
  toClassId: id.nullable(),
  byRule: z.boolean(),
  personId: id.nullable(),
  reason: z.string().nullable(),
  at: instant,
})
const membership = z.object({
  schemeId: id,
  classId: id,
  byRule: z.boolean(),
  since: instant,
  setBy: id.nullable(),
  reason: z.string().nullable(),
})
const ofFile = z.object({
  classes: z.array(membership),
  /** The last hundred changes, newest first. */
  history: z.array(change),
  can: z.object({ edit: z.boolean() }),
})

/** Schemes of classification and the classes of files (C11). */
export const classificationRoutes = {
  list: route({
    method: 'GET',
    path: '/api/schemes',
    permission: 'signed-in',
    summary: { fa: 'طرح‌های رده‌بندی', en: 'Schemes of classification' },
    /** Those whose class the reader may read. */
    response: z.object({ schemes: z.array(scheme) }),
  }),
  add: route({
    method: 'POST',
    path: '/api/schemes',
    permission: 'customers.manage',
    summary: { fa: 'افزودن طرح رده‌بندی', en: 'Add a scheme' },
    body: schemeInput,
    response: scheme,
  }),
  change: route({
    method: 'PUT',
    path: '/api/schemes/:schemeId',
    permission: 'customers.manage',
    summary: { fa: 'ویرایش طرح رده‌بندی', en: 'Change a scheme' },
    params: schemeParams,
    body: schemeInput.extend({ version }),
    response: scheme,
  }),
  run: route({
    method: 'POST',
    path: '/api/schemes/:schemeId/run',
    permission: 'customers.manage',
    summary: { fa: 'رده‌بندی دوبارهٔ همهٔ پرونده‌ها', en: 'Classify all files anew' },
    params: schemeParams,
    response: run,
  }),
  progress: route({
    method: 'GET',
    path: '/api/schemes/:schemeId/run',
    permission: 'customers.manage',
    summary: { fa: 'پیشرفت رده‌بندی', en: 'Progress of the classification' },
    params: schemeParams,
    response: run,
  }),
  ofFile: route({
    method: 'GET',
    path: '/api/customers/:customerId/classes',
    permission: 'customers.read',
    summary: { fa: 'رده‌های پرونده و پیشینهٔ آن', en: 'The classes of a file, and their history' },
    params: z.object({ customerId: id }),
    response: ofFile,
  }),
  classify: route({
    method: 'PUT',
    path: '/api/customers/:customerId/classes/:schemeId',
    permission: 'customers.write',
    summary: { fa: 'تعیین ردهٔ پرونده', en: 'Put a file into a class' },
    params: z.object({ customerId: id, schemeId: id }),
    /** Null takes it out of the scheme. Of a scheme by rule classes are not set by hand. */
    body: z.object({ classId: id.nullable(), reason: line(300).nullable() }),
    response: ofFile,
  }),
}
