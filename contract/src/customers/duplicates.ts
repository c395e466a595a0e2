import { z } from 'zod'
import { id, instant, page, pageOf } from '../fields.ts'
import { route } from '../route.ts'
import { customerFields } from './fields.ts'
import { customerFile } from './files.ts'
import { duplicateReason, fileOfPair } from './likely-duplicates.ts'

export const pairStates = ['open', 'not-duplicates'] as const

/** Two files that look like one customer's. The first was opened earlier. `score` is from 0 to 1. */
export const duplicatePair = z.object({
  score: z.number(),
  reasons: z.array(duplicateReason),
  sentence: z.string(),
  state: z.enum(pairStates),
  decidedBy: id.nullable(),
  decidedAt: instant.nullable(),
  files: z.tuple([fileOfPair, fileOfPair]),
  /** Whoever may write both files decides. */
  can: z.object({ decide: z.boolean() }),
})
export type DuplicatePair = z.infer<typeof duplicatePair>

const two = z.object({ customerId: id, otherId: id })

/** Fields that can be taken from the one file or the other. */
export const mergeableFields = [...customerFields.keyof().options.filter((field) => field !== 'kind'), 'unitId', 'ownerId'] as const

const mergeField = z.enum(mergeableFields as unknown as readonly [string, ...string[]])

/** A merge that was made: what was merged, and what it changed in the file that is left. */
export const fileMerge = z.object({
  id,
  customerId: id,
  code: z.string(),
  displayName: z.string(),
  mergedAt: instant,
  mergedBy: id.nullable(),
  undoUntil: instant,
  /** Fields of the file that is left that were taken from the other. */
  fields: z.array(z.string()),
  /** Ways of access that came with it. */
  accessPoints: z.number().int(),
  can: z.object({ undo: z.boolean() }),
})
export type FileMerge = z.infer<typeof fileMerge>

export const scanStates = ['working', 'paused', 'done'] as const

export const duplicateScan = z.object({
  id,
  state: z.enum(scanStates),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** How much of it is done, from 0 to 1. */
  progress: z.number(),
  /** Pairs of files that were compared, and of them those that look like one customer's. */
  compared: z.number().int(),
  found: z.number().int(),
})

const settings = z.object({
  /** From which likelihood on a pair is shown. */
  threshold: z.number().min(0.5).max(0.999),
  /** Whether files are merged by themselves whose codes and names are the same throughout. */
  automatic: z.boolean(),
})

export const duplicateRoutes = {
  list: route({
    method: 'GET',
    path: '/api/duplicates',
    permission: 'customers.read',
    summary: { fa: 'پرونده‌هایی که گویا از یک مشتری‌اند', en: 'Files that look like one customer’s' },
    query: page.extend({ state: z.enum(pairStates).default('open') }),
    response: pageOf(duplicatePair),
  }),
  /** The two files whole, as the reader may see them. Reading delicate fields is put on record. */
  show: route({
    method: 'GET',
    path: '/api/duplicates/:customerId/:otherId',
    permission: 'customers.read',
    summary: { fa: 'دو پرونده کنار هم', en: 'Two files side by side' },
    params: two,
    response: z.object({
      files: z.tuple([customerFile, customerFile]),
      /** Null where the two do not look like one customer's. */
      pair: duplicatePair.nullable(),
      /** The file that would be left, and the fields that would be taken from the other. */
      suggested: z.object({ customerId: id, fields: z.array(mergeField) }),
      /** Why they are surely two customers, where they are. */
      veto: z.enum(['kind', 'national-code', 'company-id', 'given-name', 'father-and-child', 'branch']).nullable(),
      can: z.object({ merge: z.boolean() }),
    }),
  }),
  decide: route({
    method: 'POST',
    path: '/api/duplicates/:customerId/:otherId/decide',
    permission: 'customers.write',
    summary: { fa: 'گفتن این‌که دو پرونده از یک مشتری نیستند', en: 'Say that two files are not duplicates' },
    params: two,
    body: z.object({ state: z.enum(pairStates) }),
  }),
  /** Merges the other file into this one. Rows stay where they are; this file is read together with them from now on. */
  merge: route({
    method: 'POST',
    path: '/api/customers/:customerId/merge',
    permission: 'customers.write',
    summary: { fa: 'یکی‌کردن پروندهٔ دیگر با این پرونده', en: 'Merge another file into this one' },
    params: z.object({ customerId: id }),
    body: z.object({
      otherId: id,
      version: z.number().int(),
      otherVersion: z.number().int(),
      /** Fields whose values are taken from the other file. */
      take: z.array(mergeField).max(mergeableFields.length),
      /** Ways of access of the other file that are left behind. */
      leave: z.array(id).max(50).default([]),
    }),
    response: customerFile,
  }),
  merges: route({
    method: 'GET',
    path: '/api/customers/:customerId/merges',
    permission: 'customers.read',
    summary: { fa: 'پرونده‌هایی که با این پرونده یکی شده‌اند', en: 'Files that were merged into this one' },
    params: z.object({ customerId: id }),
    query: page,
    response: pageOf(fileMerge),
  }),
  undoMerge: route({
    method: 'POST',
    path: '/api/customers/:customerId/merges/:mergeId/undo',
    permission: 'customers.write',
    summary: { fa: 'برگرداندن یکی‌شدن دو پرونده', en: 'Take a merge back' },
    params: z.object({ customerId: id, mergeId: id }),
    /** Fields that were put back as before the merge, and those that stay because they were changed since. */
    response: z.object({ customerId: id, restored: z.array(z.string()), kept: z.array(z.string()) }),
  }),
  scan: route({
    method: 'GET',
    path: '/api/duplicates/scan',
    permission: 'customers.read',
    summary: { fa: 'پیشرفت گشتن پرونده‌ها برای یافتن تکراری‌ها', en: 'Progress of the scan for duplicates' },
    response: z.object({ scan: duplicateScan.nullable() }),
  }),
  startScan: route({
    method: 'POST',
    path: '/api/duplicates/scan',
    permission: 'identity.manage',
    summary: { fa: 'گشتن همهٔ پرونده‌ها، نگه‌داشتن یا ازسرگرفتن آن', en: 'Scan all files, pause the scan or go on with it' },
    body: z.object({ what: z.enum(['start', 'pause', 'resume']) }),
    response: duplicateScan,
  }),
  settings: route({
    method: 'GET',
    path: '/api/duplicates/settings',
    permission: 'customers.read',
    summary: { fa: 'تنظیم‌های یافتن تکراری‌ها', en: 'Settings of finding duplicates' },
    response: settings,
  }),
  changeSettings: route({
    method: 'PUT',
    path: '/api/duplicates/settings',
    permission: 'identity.manage',
    summary: { fa: 'تغییر تنظیم‌های یافتن تکراری‌ها', en: 'Change the settings of finding duplicates' },
    body: settings,
    response: settings,
  }),
}
