import type { Permission } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { mayReach } from '../../identity/index.ts'
import { readAnyFile } from './removal.queries.ts'
import type { FileState } from './removal.queries.ts'

/** A file that is there and in sight, for somebody who holds the permission over it; locked for commands. */
export async function requireFile(context: Context, customerId: string, permission: Permission, locked = true): Promise<FileState> {
  const file = await readAnyFile(context, customerId, { locked })
  if (!file || file.deletedAt !== null || !mayReach(context.actor, 'customers.read', file)) throw new AppError('not-found')
  if (!mayReach(context.actor, permission, file)) throw new AppError('not-permitted')
  if (file.mergedInto !== null) throw new AppError('file-merged')
  return file
}

/** Locks a removed file for those who may restore it; to others it is not there. */
export async function requireRemoved(context: Context, customerId: string): Promise<FileState> {
  const file = await readAnyFile(context, customerId, { locked: true })
  const isRemoved = file?.deletedAt != null && file.erasedAt === null
  if (!isRemoved || !mayReach(context.actor, 'customers.delete', file)) throw new AppError('not-found')
  return file
}
