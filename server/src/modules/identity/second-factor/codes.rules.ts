import { toAsciiDigits } from '@parvandeh/contract/persian'

/** A code as typed: of the app, or one of the backup codes. */
export interface GivenCode {
  kind: 'app' | 'backup'
  text: string
}

/** Without confusable letters, as it is copied by hand from paper. */
export const backupAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Digits of either alphabet, with or without blanks; letters in either case. */
export function readCode(typed: string): GivenCode {
  const text = toAsciiDigits(typed)
    .toLowerCase()
    .replaceAll(/[^\da-z]/gu, '')
  if (/^\d{6}$/u.test(text)) return { kind: 'app', text }
  return { kind: 'backup', text: `${text.slice(0, 4)}-${text.slice(4)}` }
}

/** What an authenticator app is told by the picture: whose code, of which organisation. */
export function keyAddress(secret: string, organisation: string, account: string): string {
  // Persian letters take six places each in an address: the organisation stands once, and the rest is as apps assume.
  return `otpauth://totp/${encodeURIComponent(account)}?secret=${secret}&issuer=${encodeURIComponent(organisation)}`
}
