import pino from 'pino'

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
    redact: { paths: ['*.password', '*.token', '*.cookie', '*.authorization', 'password', 'token', 'cookie', 'authorization'], censor: '***' },
  })
}
