import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import type pg from 'pg'
import { newId } from '../../../platform/ids.ts'

/** OWASP's least for Argon2id: 19 MiB, two passes, one lane. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export interface AuthOptions {
  /** A pool of its own, whose search path is the schema `auth`. */
  pool: pg.Pool
  secret: string
  secure: boolean
  /** Distinguishes the cookies of organisations served by one host. */
  cookiePrefix: string
}

/**
 * The sign-in library, holding users, passwords and sessions and nothing else. Its own HTTP endpoints are not
 * served: our routes call it. A user's address there is made from the person's id, so that user names and
 * addresses live in one place, `identity.person`.
 */
export function openAuth({ pool, secret, secure, cookiePrefix }: AuthOptions) {
  return betterAuth({
    appName: 'Parvandeh',
    database: pool,
    secret,
    baseURL: 'http://parvandeh.invalid',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: 1,
      maxPasswordLength: 200,
      password: {
        hash: (password) => hash(password, argon2id),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    session: { expiresIn: 14 * 24 * 3600, updateAge: 24 * 3600 },
    advanced: {
      cookiePrefix,
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => newId() },
    },
  })
}

export type Auth = ReturnType<typeof openAuth>

/** The address under which a person's user is kept. */
export const addressOf = (personId: string): string => `${personId}@people.invalid`
