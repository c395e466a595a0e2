import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { randomInt } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../../../platform/ids.ts'
import { backupAlphabet } from '../second-factor/codes.rules.ts'
import { addressHeader } from './auth-headers.ts'

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
    plugins: [
      twoFactor({
        // Wrong codes are counted where wrong passwords are.
        accountLockout: { enabled: false },
        trustDeviceMaxAge: 30 * 24 * 3600,
        backupCodeOptions: { customBackupCodesGenerate: () => Array.from({ length: 10 }, backupCode) },
      }),
    ],
    session: { expiresIn: 14 * 24 * 3600, updateAge: 24 * 3600 },
    advanced: {
      cookiePrefix,
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 },
    },
  })
}

function backupCode(): string {
  const part = () => Array.from({ length: 4 }, () => backupAlphabet[randomInt(backupAlphabet.length)]).join('')
  return `${part()}-${part()}`
}

export type Auth = ReturnType<typeof openAuth>

/** The address under which a person's user is kept. */
export const addressOf = (personId: string): string => `${personId}@people.invalid`
