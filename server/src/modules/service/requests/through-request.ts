import type { Permission, Scope } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'

/**
 * The same context for what is done through a request that the actor may work on: permissions that the actor holds
 * reach this far although file or conversation belong to another unit. A permission not held stays not held.
 */
export function throughRequest(context: Context, permissions: readonly Permission[]): Context {
  const held = permissions.filter((permission) => context.actor.grants[permission] !== undefined)
  const grants = Object.fromEntries(held.map((permission): [Permission, Scope] => [permission, 'all']))
  return { ...context, actor: { ...context.actor, grants: { ...context.actor.grants, ...grants } } }
}
