import { z } from 'zod'
import { bilingual } from './customers/field-catalogue.ts'
import { day } from './fields.ts'
import { route } from './route.ts'

/** What collecting a field takes, against what it gives (C26). */
export const fieldCost = z.object({
  key: z.string(),
  label: bilingual,
  /** How often it was asked for in the period, and what came of it. */
  asked: z.number().int(),
  answered: z.number().int(),
  declined: z.number().int(),
  minutes: z.number(),
  /** Minutes of one question: said in a programme, or measured from when it was shown to when it was answered. */
  minutesEach: z.number().nullable(),
  isMeasured: z.boolean(),
  /** In Rials, by what an hour costs in the unit that asked; null where that was not said, or may not be read. */
  cost: z.number().int().nullable(),
  /** Of files that could hold it; null where the reader does not see all files. */
  filledShare: z.number().nullable(),
  /** Of values that there were: those that had to be put right. */
  correctedShare: z.number().nullable(),
  /** Segments and rules of classification that ask for it. */
  segments: z.number().int().nullable(),
  rules: z.number().int().nullable(),
  /** Its part of all minutes, and of all use. */
  costPart: z.number().nullable(),
  usePart: z.number().nullable(),
  /** `dear`: it takes more than twice its part; `too-few`: it was asked too seldom to tell. */
  verdict: z.enum(['dear', 'fair', 'too-few', 'unknown']),
})

export const fieldCostRoutes = {
  list: route({
    method: 'GET',
    path: '/api/field-costs',
    permission: 'kpi.read',
    summary: { fa: 'هزینهٔ گردآوری هر ویژگی در برابر سود آن', en: 'What collecting each field takes, against its use' },
    query: z.object({ from: day, to: day }),
    response: z.object({
      rows: z.array(fieldCost),
      /** Below so many questions nothing is said of a field. */
      leastAsked: z.number().int(),
      /** So many times its part a field may take before it is named. */
      dearFrom: z.number(),
    }),
  }),
}
