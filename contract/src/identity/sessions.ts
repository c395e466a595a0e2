import { z } from 'zod'
import { id, instant } from '../fields.ts'
import { route } from '../route.ts'

/** What a browser says of itself, as far as it is known: the names are translated where they are shown. */
const device = z.object({
  kind: z.enum(['computer', 'phone', 'tablet', 'program']),
  system: z.enum(['windows', 'macos', 'linux', 'android', 'ios', 'other']),
  browser: z.enum(['chrome', 'edge', 'firefox', 'safari', 'opera', 'samsung', 'other']),
})
export type Device = z.infer<typeof device>

const session = z.object({
  id,
  /** Whether it is the one that asks. */
  current: z.boolean(),
  device,
  address: z.string().nullable(),
  beganAt: instant,
  lastUsedAt: instant,
})

const sessions = z.object({ sessions: z.array(session) })
const ofPerson = z.object({ personId: id })

/** Where somebody is signed in, and the means to end it: for oneself, and by whoever manages people. */
export const ownSessionsRoutes = {
  list: route({
    method: 'GET',
    path: '/api/sessions',
    permission: 'signed-in',
    summary: { fa: 'نشست‌های من', en: 'Where I am signed in' },
    response: sessions,
  }),
  end: route({
    method: 'DELETE',
    path: '/api/sessions/:sessionId',
    permission: 'signed-in',
    summary: { fa: 'پایان‌دادن به یکی از نشست‌های من', en: 'End one of my sessions' },
    params: z.object({ sessionId: id }),
  }),
  endOthers: route({
    method: 'DELETE',
    path: '/api/sessions',
    permission: 'signed-in',
    summary: { fa: 'پایان‌دادن به همهٔ نشست‌های دیگر من', en: 'End all my other sessions' },
    response: z.object({ ended: z.number().int() }),
  }),
}

/** The sessions of a colleague. */
export const personSessionsRoutes = {
  sessions: route({
    method: 'GET',
    path: '/api/people/:personId/sessions',
    permission: 'identity.manage',
    summary: { fa: 'نشست‌های یک همکار', en: "A person's sessions" },
    params: ofPerson,
    response: sessions,
  }),
  endSession: route({
    method: 'DELETE',
    path: '/api/people/:personId/sessions/:sessionId',
    permission: 'identity.manage',
    summary: { fa: 'پایان‌دادن به یکی از نشست‌های یک همکار', en: "End one of a person's sessions" },
    params: ofPerson.extend({ sessionId: id }),
  }),
  endSessions: route({
    method: 'DELETE',
    path: '/api/people/:personId/sessions',
    permission: 'identity.manage',
    summary: { fa: 'پایان‌دادن به همهٔ نشست‌های یک همکار', en: "End all of a person's sessions" },
    params: ofPerson,
    response: z.object({ ended: z.number().int() }),
  }),
  resetSecondFactor: route({
    method: 'DELETE',
    path: '/api/people/:personId/second-factor',
    permission: 'identity.manage',
    summary: { fa: 'خاموش‌کردن ورود دومرحله‌ای یک همکار', en: "Remove a person's second factor" },
    params: ofPerson,
  }),
}
