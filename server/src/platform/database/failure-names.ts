/** The parts of a PostgreSQL error that code may look at. */
interface DatabaseError {
  code?: string
  constraint?: string
  message?: string
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

/** Whether the same transaction may simply be run again: a deadlock or a serialisation failure. */
export const isWorthRetrying = (error: unknown): boolean => ['40P01', '40001'].includes(sqlState(error) ?? '')
