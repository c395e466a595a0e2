import type { Permission } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { mayReach } from '../../identity/index.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { lockFile, readFile } from '../files/files.queries.ts'

/** Two files for reading side by side; whichever is out of sight, merged or missing, the answer is that there is no such thing. */
export async function requireTwoFiles(context: Context, one: string, other: string): Promise<[CustomerFile, CustomerFile]> {
  const [a, b] = [await readFile(context, one), await readFile(context, other)]
  if (!a || !b || a.customerId !== one || b.customerId !== other || one === other) throw new AppError('not-found')
  requireBoth(context, 'customers.read', a, b)
  return [a, b]
}

/** Two files held for writing, in one order always, so that two people who merge crosswise do not wait for each other. */
export async function lockTwoFiles(context: Context, one: string, other: string): Promise<[CustomerFile, CustomerFile]> {
  if (one === other) throw new AppError('not-found')
  const locked = new Map<string, CustomerFile>()
  for (const id of [one, other].toSorted()) {
    const found = await lockFile(context, id)
    if (!found || found.gone) throw new AppError('not-found')
    const { gone: _gone, ...file } = found
    locked.set(id, file)
  }
  const [a, b] = [locked.get(one), locked.get(other)]
  if (!a || !b) throw new AppError('not-found')
  requireBoth(context, 'customers.read', a, b)
  if (!mayReach(context.actor, 'customers.write', a) || !mayReach(context.actor, 'customers.write', b)) throw new AppError('not-permitted')
  return [a, b]
}

function requireBoth({ actor }: Context, permission: Permission, a: CustomerFile, b: CustomerFile): void {
  if (!mayReach(actor, permission, a) || !mayReach(actor, permission, b)) throw new AppError('not-found')
}
