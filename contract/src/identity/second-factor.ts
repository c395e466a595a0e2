import { z } from 'zod'
import { route } from '../route.ts'
import { code, password } from './credentials.ts'

/** Who must have a second factor: nobody, those who manage people or see beyond their own team, or everybody. */
export const secondFactorPolicies = ['optional', 'managers', 'everyone'] as const
const policy = z.enum(secondFactorPolicies)

const backupCodes = z.object({ backupCodes: z.array(z.string()) })

/** The second factor of one's own: a code from an app on the phone, asked for after the password. */
export const secondFactorRoutes = {
  show: route({
    method: 'GET',
    path: '/api/second-factor',
    permission: 'signed-in',
    summary: { fa: 'وضعیت ورود دومرحله‌ای من', en: 'State of my second factor' },
    response: z.object({ on: z.boolean(), backupCodesLeft: z.number().int(), required: z.boolean() }),
  }),
  begin: route({
    method: 'POST',
    path: '/api/second-factor',
    permission: 'signed-in',
    summary: { fa: 'آغاز روشن‌کردن ورود دومرحله‌ای', en: 'Begin to turn the second factor on' },
    body: z.object({ password }),
    /** The secret in base 32, as typed into an app; the address is what the picture for its camera says. */
    response: z.object({ secret: z.string(), address: z.string() }),
  }),
  confirm: route({
    method: 'POST',
    path: '/api/second-factor/confirm',
    permission: 'signed-in',
    summary: { fa: 'روشن‌کردن ورود دومرحله‌ای با نخستین رمز برنامه', en: 'Turn the second factor on by a first code' },
    body: z.object({ code }),
    /** Shown this once and never again. */
    response: backupCodes,
  }),
  renewBackupCodes: route({
    method: 'POST',
    path: '/api/second-factor/backup-codes',
    permission: 'signed-in',
    summary: { fa: 'ساختن رمزهای پشتیبان تازه', en: 'Make new backup codes' },
    body: z.object({ password, code }),
    response: backupCodes,
  }),
  turnOff: route({
    method: 'POST',
    path: '/api/second-factor/off',
    permission: 'signed-in',
    summary: { fa: 'خاموش‌کردن ورود دومرحله‌ای', en: 'Turn the second factor off' },
    body: z.object({ password, code }),
  }),
  policy: route({
    method: 'GET',
    path: '/api/second-factor/policy',
    permission: 'identity.manage',
    summary: { fa: 'ورود دومرحله‌ای برای چه کسانی لازم است', en: 'Who must have a second factor' },
    response: z.object({ policy, people: z.number().int(), withSecondFactor: z.number().int() }),
  }),
  setPolicy: route({
    method: 'PUT',
    path: '/api/second-factor/policy',
    permission: 'identity.manage',
    summary: { fa: 'تعیین کسانی که باید ورود دومرحله‌ای داشته باشند', en: 'Say who must have a second factor' },
    body: z.object({ policy }),
  }),
}
