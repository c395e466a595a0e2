import type { Permission } from '@parvandeh/contract'
import {
  Bell,
  Building2,
  CalendarClock,
  Eraser,
  FileInput,
  Layers,
  LayoutList,
  LockKeyhole,
  type LucideIcon,
  Package,
  ScrollText,
  ShieldCheck,
  Tags,
  Trash2,
  UserRound,
  Users,
} from 'lucide-react'
import type { fa } from './messages.fa.ts'

export type SectionName = keyof (typeof fa)['sections']

interface Section {
  name: SectionName
  to: string
  icon: LucideIcon
  group: keyof (typeof fa)['groups']
  /** Needed to use it; left out, it is everybody's own. */
  permission?: Permission
}

/** Every page of settings, in the order of the index. */
export const sections: readonly Section[] = [
  { name: 'me', to: '/settings/me', icon: UserRound, group: 'mine' },
  { name: 'notifications', to: '/settings/notifications', icon: Bell, group: 'mine' },
  { name: 'people', to: '/settings/people', icon: Users, group: 'organisation', permission: 'identity.manage' },
  { name: 'units', to: '/settings/units', icon: Building2, group: 'organisation', permission: 'identity.manage' },
  { name: 'roles', to: '/settings/roles', icon: ShieldCheck, group: 'organisation', permission: 'identity.manage' },
  { name: 'security', to: '/settings/security', icon: LockKeyhole, group: 'organisation', permission: 'identity.manage' },
  { name: 'calendar', to: '/settings/calendar', icon: CalendarClock, group: 'organisation', permission: 'identity.directory' },
  { name: 'fields', to: '/settings/fields', icon: LayoutList, group: 'organisation', permission: 'customers.fields' },
  { name: 'catalogue', to: '/settings/catalogue', icon: Package, group: 'organisation', permission: 'catalogue.read' },
  { name: 'filewords', to: '/settings/file-words', icon: Tags, group: 'organisation', permission: 'customers.manage' },
  { name: 'classification', to: '/settings/classification', icon: Layers, group: 'organisation', permission: 'customers.manage' },
  { name: 'imports', to: '/imports', icon: FileInput, group: 'organisation', permission: 'imports.run' },
  { name: 'removed', to: '/customers/removed', icon: Trash2, group: 'organisation', permission: 'customers.delete' },
  { name: 'erasures', to: '/customers/erasures', icon: Eraser, group: 'organisation', permission: 'customers.erase' },
  { name: 'audit', to: '/settings/audit', icon: ScrollText, group: 'organisation', permission: 'identity.audit' },
]
