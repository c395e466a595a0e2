import pino from 'pino'
import { sqlState } from './database/failure-names.ts'

export type Log = pino.Logger

/**
 * Structured logs on standard output, without personal data: callers log ids and codes, never values,
 * and what might carry secrets is struck out all the same.
 */
export function openLog(level: string = process.env['LOG_LEVEL'] ?? 'info'): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: tellError },
    redact: {
      paths: ['*.password', '*.token', '*.cookie', '*.authorization', 'password', 'token', 'cookie', 'authorization'],
      censor: '***',
    },
  })
}

const telling = ['code', 'constraint', 'schema', 'table', 'column', 'routine'] as const

/**
 * What may be told of an error. PostgreSQL quotes the row or the value at fault in its message and details, so of
 * its errors about data only their codes and names are kept.
 */
export function tellError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const isAboutData = /^2[23]/u.test(sqlState(error) ?? '')
  const stack = error.stack ?? ''
  return {
    type: error.name,
    ...(!isAboutData && { message: error.message }),
    ...Object.fromEntries(telling.flatMap((name) => (name in error ? [[name, (error as unknown as Record<string, unknown>)[name]]] : []))),
    stack: isAboutData ? stack.slice(stack.search(/^ {4}at /mu)) : stack,
    ...(error.cause !== undefined && { cause: tellError(error.cause) }),
  }
}
