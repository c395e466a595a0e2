import { z } from 'zod'
import { exportFormats, exportQuery } from '../export.ts'
import { id, instant, line, page, pageOf, requiredLine } from '../fields.ts'
import { accessClasses } from '../permissions.ts'
import { route } from '../route.ts'
import { accessPoint, accessPointInput, customerFields } from './fields.ts'
import { customValue, customValues } from './custom-fields.ts'
import { customerFilters, customerRow, shownFields } from './rows.ts'
import { statedSource } from './sources.ts'
import { likelyDuplicate } from './likely-duplicates.ts'

/**
 * A doubt about a value, as a code and as a sentence in the caller's language: never a wall. `field` is that of the
 * input, or `accessPoints.N`. `reason` is what the person said when keeping it all the same.
 */
export const fieldProblem = z.object({
  field: z.string(),
  problem: z.string(),
  message: z.string(),
  suggestion: z.string().nullable(),
  /** Of a value that will be refused when it is saved, with or without a reason. */
  refused: z.boolean().optional(),
})

const customerInput = customerFields.extend({
  unitId: id.nullable(),
  ownerId: id.nullable(),
  accessPoints: z.array(accessPointInput).max(50),
  /** Doubtful values kept all the same: field (or `accessPoints.N`) to the reason given. Reasons for values that do not change are remembered. */
  acceptedProblems: z.record(z.string().max(60), requiredLine(300)),
  /** Of the organisation's own fields those that change; the others stay. */
  custom: customValues.optional(),
  source: statedSource.optional(),
})

/** Files of which the person said that they are somebody else's: they are not asked about again. */
const notDuplicateOf = z.array(id).max(20).default([])

export const customerFile = customerFields.partial().extend({
  customerId: id,
  code: z.string(),
  displayName: z.string(),
  provisional: z.boolean(),
  unitId: id.nullable(),
  ownerId: id.nullable(),
  accessPoints: z.array(accessPoint),
  problems: z.array(fieldProblem.extend({ reason: z.string().nullable() })),
  /** Values of the organisation's own fields that the reader may read, by their keys. */
  custom: z.record(z.string(), customValue).optional(),
  /** What the customers, files and colleagues that stand in them are called, by id, as far as the reader may know. */
  customNames: z.record(z.string(), z.string()).optional(),
  /** Fields that exist but that the reader's roles may not read. */
  withheld: z.array(z.string()),
  version: z.number().int(),
  createdAt: instant,
  updatedAt: instant,
  /** Of a file into which others were merged, when it is opened: the id that was asked for, where it was not this one. */
  mergedFrom: id.nullable().optional(),
  /** And how many they are. */
  mergedCount: z.number().int().optional(),
  can: z.object({
    edit: z.boolean(),
    logInteraction: z.boolean(),
    registerRequest: z.boolean(),
    addDocument: z.boolean(),
    remove: z.boolean().optional(),
    erase: z.boolean().optional(),
    copy: z.boolean().optional(),
  }),
})

/** Customers can be taken out as contacts too. */
export const customerExportFormats = [...exportFormats, 'vcard4', 'vcard3'] as const
export type CustomerExportFormat = (typeof customerExportFormats)[number]

const searchQuery = z.object({ q: requiredLine(100), limit: z.coerce.number().int().min(1).max(50).default(20) })

const found = z.object({
  rows: z.array(
    customerRow.pick({ customerId: true, code: true, displayName: true, kind: true, provisional: true }).extend({
      /** Which value matched: name, code, phone, email, national-code... */
      matched: z.object({ source: z.string(), text: z.string() }),
    }),
  ),
})

const customerParams = z.object({ customerId: id })

/** A closed place keeps its name where it is used and is offered no more. */
const listedPlace = z.object({ id: z.number(), name: z.string(), closed: z.boolean() })

export const customerRoutes = {
  list: route({
    method: 'GET',
    path: '/api/customers',
    permission: 'customers.read',
    summary: { fa: 'فهرست مشتریان', en: 'List customers' },
    query: page.extend(customerFilters.shape).extend({ fields: shownFields }),
    /** `names`: what customers, files and colleagues in the shown fields are called, by id. */
    response: pageOf(customerRow.extend({ custom: z.record(z.string(), customValue).optional() })).extend({
      names: z.record(z.string(), z.string()).optional(),
    }),
  }),
  count: route({
    method: 'GET',
    path: '/api/customers/count',
    permission: 'customers.read',
    summary: { fa: 'شمار مشتریان', en: 'Count customers' },
    query: customerFilters,
    /** Exact up to 10,000; above that `more` is true. */
    response: z.object({ count: z.number().int(), more: z.boolean() }),
  }),
  export: route({
    method: 'GET',
    path: '/api/customers/export',
    permission: 'customers.export',
    summary: { fa: 'خروجی از مشتریان', en: 'Export customers' },
    query: customerFilters.extend(exportQuery.shape).extend({ format: z.enum(customerExportFormats).default('csv') }),
    transport: 'download',
  }),
  search: route({
    method: 'GET',
    path: '/api/customers/search',
    permission: 'customers.read',
    summary: { fa: 'یافتن مشتری با نام، کد یا شماره', en: 'Find a customer by name, code or number' },
    query: searchQuery,
    response: found,
  }),
  /** What may have been meant where the search finds little: one slip in each word or in a whole number. What it finds is not repeated. */
  near: route({
    method: 'GET',
    path: '/api/customers/near',
    permission: 'customers.read',
    summary: { fa: 'مشتریانی که شاید منظور نوشته بوده‌اند', en: 'Customers that may have been meant' },
    query: searchQuery,
    response: found,
  }),
  byCaller: route({
    method: 'GET',
    path: '/api/customers/by-caller',
    permission: 'customers.read',
    summary: { fa: 'یافتن تماس‌گیرنده با شماره', en: 'Find the caller by number' },
    query: z.object({ number: requiredLine(40) }),
    response: z.object({ number: z.string(), rows: z.array(customerRow) }),
  }),
  create: route({
    method: 'POST',
    path: '/api/customers',
    permission: 'customers.write',
    summary: { fa: 'ثبت مشتری', en: 'Create a customer' },
    body: customerInput.extend({ notDuplicateOf, provisional: z.boolean().default(false) }),
    response: customerFile,
  }),
  check: route({
    method: 'POST',
    path: '/api/customers/check',
    permission: 'customers.write',
    summary: { fa: 'بررسی درستی داده‌ها پیش از ذخیره', en: 'Check the values before saving' },
    /** `customerId` when the values are of a file that is there: it is then not its own duplicate. */
    body: customerInput.partial().extend({ customerId: id.optional() }),
    response: z.object({ problems: z.array(fieldProblem), duplicates: z.array(likelyDuplicate) }),
  }),
  show: route({
    method: 'GET',
    path: '/api/customers/:customerId',
    permission: 'customers.read',
    summary: { fa: 'پروندهٔ مشتری', en: "A customer's file" },
    params: customerParams,
    response: customerFile,
  }),
  change: route({
    method: 'PUT',
    path: '/api/customers/:customerId',
    permission: 'customers.write',
    summary: { fa: 'ویرایش مشتری', en: 'Change a customer' },
    params: customerParams,
    /**
     * The whole file as it should be. What the actor may not read (see `withheld`) stays as it is where the body has
     * null or nothing. `provisional` left out stays, but ends when a nameless customer gets a name.
     */
    body: customerInput.extend({ notDuplicateOf, version: z.number().int(), provisional: z.boolean().optional() }),
    response: customerFile,
  }),
  /** One field or several; what is left out stays. To take it back, send the values that were before, with the new version. */
  patch: route({
    method: 'PATCH',
    path: '/api/customers/:customerId',
    permission: 'customers.write',
    summary: { fa: 'تغییر چند ویژگی مشتری', en: 'Change some fields of a customer' },
    params: customerParams,
    body: customerInput.partial().extend({ version: z.number().int(), provisional: z.boolean().optional() }),
    response: customerFile,
  }),
  timeline: route({
    method: 'GET',
    path: '/api/customers/:customerId/timeline',
    permission: 'customers.read',
    summary: { fa: 'خط زمان پرونده', en: "The file's timeline" },
    params: customerParams,
    query: page.extend({ kinds: line(300).optional() }),
    response: pageOf(
      z.object({
        id,
        at: instant,
        kind: z.string(),
        personId: id.nullable(),
        unitId: id.nullable(),
        subjectType: z.string(),
        subjectId: id,
        accessClass: z.enum(accessClasses),
        /** What the line says, by kind: number, subject, direction, minutes... */
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
  }),
  places: route({
    method: 'GET',
    path: '/api/places',
    permission: 'signed-in',
    summary: { fa: 'استان‌ها، شهرستان‌ها و شهرها', en: 'Provinces, counties and cities' },
    response: z.object({
      provinces: z.array(listedPlace),
      counties: z.array(listedPlace.extend({ provinceId: z.number() })),
      cities: z.array(listedPlace.extend({ countyId: z.number(), provinceId: z.number() })),
    }),
  }),
}
