import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { lockedUntil } from './lock-out.rules.ts'
import type { Attempt } from './lock-out.rules.ts'
import { addFailure, clearFailures, latestLock, lockUntil } from './sign-in.queries.ts'

/** Refuses to look at a password while one of the counts says to wait. */
export async function refuseWhileLocked(context: Context, attempts: readonly Attempt[]): Promise<void> {
  const until = await latestLock(
    context,
    attempts.map(({ key }) => key),
  )
  if (!until || until <= context.now) return
  const seconds = Math.ceil((until.getTime() - context.now.getTime()) / 1000)
  throw new AppError('sign-in-locked', { retryAfterSeconds: seconds })
}

/** Counts a wrong password, also of many at once; gives how many there were in a row by the strictest count. */
export async function countWrong(context: Context, attempts: readonly Attempt[]): Promise<number> {
  const counts: number[] = []
  for (const { key, patience } of attempts) {
    const failures = await addFailure(context, key)
    await lockUntil(context, key, lockedUntil(failures, patience, context.now))
    counts.push(failures)
  }
  return counts[0] ?? 0
}

/** A right password: what was wrong before no longer counts. */
export const forgetWrong = (context: Context, attempts: readonly Attempt[]): Promise<void> =>
  clearFailures(
    context,
    attempts.map(({ key }) => key),
  )
