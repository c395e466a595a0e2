import type { Permission, sightKinds } from '@parvandeh/contract'
import type { Actor, Context } from '../../../platform/context.ts'

/**
 * What a module has to say when somebody asks what a person can see: how many of its records, and whose one record is.
 * The modules stand above this one, and are handed to it where the application is put together.
 */
export interface Sight {
  kind: (typeof sightKinds)[number]
  read: Permission
  write: Permission
  /** How many the actor sees, or how many there are; not counted beyond `most`. */
  count: (context: Context, actor: Actor | 'all', most: number) => Promise<number>
  /** The unit and the owner of one record, if whoever asks sees it themselves. */
  find?: (context: Context, key: string) => Promise<{ customerId: string; unitId: string | null; ownerId: string | null } | undefined>
}
