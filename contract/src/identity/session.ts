import { z } from 'zod'
import { id, requiredLine } from '../fields.ts'
import { accessClasses, permissionKeys, scopes } from '../permissions.ts'
import { route } from '../route.ts'
import { code, password } from './credentials.ts'

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/u)

export const signedInPerson = z.object({
  id,
  name: z.string(),
  username: z.string().nullable(),
  unitId: id.nullable(),
  roles: z.array(z.string()),
})

/** Who is asking, what they may do, and where: everything the web needs before it draws its first screen. */
export const sessionView = z.object({
  setUp: z.boolean(),
  demo: z.boolean(),
  organisation: z.object({ name: z.string(), zone: z.string(), currency: z.enum(['rial', 'toman']) }).nullable(),
  person: signedInPerson.nullable(),
  permissions: z.partialRecord(z.enum(permissionKeys), z.enum(scopes)),
  fieldClasses: z.array(z.enum(accessClasses)),
  /** What the person must do before anything else is open to them. */
  due: z.enum(['password', 'second-factor']).nullable(),
  /** Accounts that anyone may try; only in a demo. */
  tryAccounts: z.array(z.object({ username: z.string(), password: z.string(), name: z.string(), role: z.string() })),
})

export const sessionRoutes = {
  show: route({
    method: 'GET',
    path: '/api/session',
    permission: 'public',
    summary: { fa: 'نشست کنونی', en: 'The current session' },
    response: sessionView,
  }),
  signIn: route({
    method: 'POST',
    path: '/api/session',
    permission: 'public',
    summary: { fa: 'ورود', en: 'Sign in' },
    /** Without a code, whoever has a second factor is refused with `second-factor-needed` once the password is right. */
    body: z.object({
      login: z.string().trim().min(1).max(200),
      password,
      code: code.optional(),
      /** Ask for no code in this browser for thirty days. */
      remember: z.boolean().default(false),
    }),
    response: sessionView,
  }),
  signOut: route({
    method: 'DELETE',
    path: '/api/session',
    permission: 'signed-in',
    summary: { fa: 'خروج', en: 'Sign out' },
  }),
  changePassword: route({
    method: 'PUT',
    path: '/api/session/password',
    permission: 'signed-in',
    summary: { fa: 'تغییر گذرواژهٔ خود', en: "Change one's own password" },
    body: z.object({
      current: password,
      next: password,
      /** Whether access tokens made so far end with the old password. */
      endTokens: z.boolean().default(false),
    }),
  }),
  setUp: route({
    method: 'POST',
    path: '/api/setup',
    permission: 'public',
    summary: { fa: 'راه‌اندازی سازمان', en: 'Set up the organisation' },
    body: z.object({ organisationName: requiredLine(), personName: requiredLine(), username, password }),
    response: sessionView,
  }),
}

/** The demo organisation: its own database beside one's own, entered and left by a cookie. */
export const demoRoutes = {
  show: route({
    method: 'GET',
    path: '/api/demo',
    permission: 'public',
    summary: { fa: 'وضعیت نمایش', en: 'State of the demo' },
    response: z.object({
      state: z.enum(['absent', 'building', 'ready', 'failed']),
      /** Share done while building, 0 to 1. */
      progress: z.number(),
    }),
  }),
  enter: route({
    method: 'POST',
    path: '/api/demo',
    permission: 'public',
    summary: { fa: 'ساختن نمایش (اگر نیست) و ورود به آن', en: 'Build the demo if absent, and enter it' },
    response: z.object({ state: z.enum(['building', 'ready']) }),
  }),
  leave: route({
    method: 'DELETE',
    path: '/api/demo',
    permission: 'public',
    summary: { fa: 'خروج از نمایش', en: 'Leave the demo' },
  }),
}
