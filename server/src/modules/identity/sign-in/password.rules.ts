import { AppError } from '../../../platform/failure.ts'

const common = new Set([
  'password12',
  'passw0rd12',
  '1234567890',
  '0123456789',
  'qwertyuiop',
  '1q2w3e4r5t',
  'administrator',
  'parvandeh123',
  '1111111111',
  'iloveyou12',
  'adminadmin',
  'password123',
])

/** Length before complexity: at least ten characters, not one repeated, not a common one. */
export function requireGoodPassword(password: string): void {
  const characters = [...password.normalize('NFC')]
  const weak = characters.length < 10 || new Set(characters).size < 4 || common.has(password.toLowerCase())
  if (weak) throw new AppError('weak-password')
}
