import type { Permission } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { mayReach } from '../../identity/index.ts'
import { readNames, readRights, readVisibleNames } from './files.queries.ts'

interface VisibleCustomer {
  /** The file that is read, and that new things are written to: another than asked for, where that was merged into it. */
  customerId: string
  /** Ids whose rows make up the file: its own first, then those of what was merged into it. */
  fileIds: string[]
  displayName: string
  unitId: string | null
  ownerId: string | null
  version: number
}

/** The customer, if the actor may reach the file under the permission; refuses as if it were not there. */
export async function requireVisibleCustomer(
  context: Context,
  customerId: string,
  permission: Permission = 'customers.read',
): Promise<VisibleCustomer> {
  const found = await readRights(context, customerId)
  if (!found || !mayReach(context.actor, permission, found)) throw new AppError('not-found')
  const { mergedIds, ...file } = found
  return { ...file, fileIds: [found.customerId, ...mergedIds] }
}

/** What these files are called, for rows that the actor may see already. Unknown ids are left out. */
export const customerNames = (context: Context, ids: readonly string[]): Promise<Map<string, string>> => readNames(context, ids)

/** What those of these files are called that the actor may see; the others are left out, and so are files that were deleted. */
export const visibleCustomerNames = (context: Context, ids: readonly string[]): Promise<Map<string, string>> =>
  readVisibleNames(context, ids, 'customers.read')
