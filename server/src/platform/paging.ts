import type { z } from 'zod'
import { AppError } from './failure.ts'

/** The key after which the next page begins, as one opaque word. */
export const encodeKey = (values: readonly unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

/** Reads such a key back; one that was not made by this list is refused. */
export function decodeKey<T extends z.ZodType>(text: string | undefined, shape: T): z.output<T> | undefined {
  if (text === undefined) return undefined
  const parsed = shape.safeParse(jsonOf(text))
  if (!parsed.success) throw new AppError('invalid-input', { problems: [{ field: 'after', code: 'invalid', message: 'after' }] })
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** A page from rows of which one more than asked was fetched. */
export function pageFrom<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly unknown[]): { rows: T[]; next?: string } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return rows.length > limit && last !== undefined ? { rows: shown, next: encodeKey(keyOf(last)) } : { rows: shown }
}
