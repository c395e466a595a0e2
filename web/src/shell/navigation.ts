import type { Permission } from '@parvandeh/contract'
import type { LucideIcon } from 'lucide-react'
import type { GroupName, PlaceName } from './messages.ts'

/** A place in the sidebar. It is shown when its module works, that is when it is listed, and the person may use it. */
export interface Place {
  name: PlaceName
  to: string
  icon: LucideIcon
  group: GroupName
  /** Any one of these opens it; left out, it is open to everyone signed in. */
  permissions?: readonly Permission[]
}

/** The places open to someone with these permissions, in the given order. */
export function placesOpenTo(may: (permission: Permission) => boolean, places: readonly Place[]): Place[] {
  return places.filter(({ permissions }) => !permissions || permissions.some(may))
}
