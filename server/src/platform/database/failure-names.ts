/** The parts of a PostgreSQL error that code may look at. */
interface DatabaseError {
  code?: string
  constraint?: string
  message?: string
  routine?: string
}

/** SQLSTATE of a PostgreSQL error, or undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code } = error as DatabaseError
  return typeof code === 'string' && /^[0-9A-Z]{5}$/u.test(code) ? code : undefined
}

/**
 * Name of the constraint that refused a write. Distributed PostgreSQL leaves `constraint` empty and adds a
 * shard number to the name in the message, so that is read too (scale-out rule 4).
 */
export function refusedBy(error: unknown): string | undefined {
  if (sqlState(error) === undefined) return undefined
  const { constraint, message } = error as DatabaseError
  const name = constraint || /constraint "([^"]+)"/u.exec(message ?? '')?.[1]
  return name?.replace(/_\d{4,}$/u, '')
}

/** Tables have changed under a prepared statement, as they do while a newer version is being installed. */
export const isOutdatedPlan = (error: unknown): boolean =>
  sqlState(error) === '0A000' && (error as DatabaseError).routine === 'RevalidateCachedQuery'

/** Whether the same transaction may simply be run again: after a deadlock, a serialisation failure or an outdated plan. */
export const isWorthRetrying = (error: unknown): boolean => ['40P01', '40001'].includes(sqlState(error) ?? '') || isOutdatedPlan(error)

const lostCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'])
const lostWords =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/u

/** Whether the database was not there to answer: gone, going, or with no connection to spare; also as the cause of another's failure. */
export function isOutOfReach(error: unknown): boolean {
  const { code = '', message = '', cause } = (error ?? {}) as DatabaseError & { cause?: unknown }
  if (cause !== undefined && isOutOfReach(cause)) return true
  return /^(?:08|57P0|53300)/u.test(sqlState(error) ?? '') || lostCodes.has(code) || lostWords.test(message)
}

/** Whether PostgreSQL refused a value itself (out of range, not of its type), which no rule had refused before. */
export const isRefusedValue = (error: unknown): boolean => sqlState(error)?.startsWith('22') === true

/** Whether a row names another that is not there; the same state also says that a row is still named by others. */
export const namesNobody = (error: unknown): boolean =>
  sqlState(error) === '23503' && (error as DatabaseError).message?.startsWith('insert or update') === true
