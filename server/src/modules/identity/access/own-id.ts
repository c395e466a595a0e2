import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'

/** Who acts, where it must be somebody: what is one's own cannot be the system's. */
export function ownId({ actor }: Context): string {
  if (actor.personId === null) throw new AppError('not-signed-in')
  return actor.personId
}
