import { permissionKeys, permissions } from '@parvandeh/contract'
import type { AccessClass, Permission, Scope } from '@parvandeh/contract'

interface BuiltInRole {
  name: string
  grants: Partial<Record<Permission, Scope>>
  fieldClasses: AccessClass[]
}

const over = (scope: Scope, keys: readonly Permission[]): Partial<Record<Permission, Scope>> =>
  Object.fromEntries(keys.map((key) => [key, permissions[key].scoped ? scope : 'all']))

const daily: Permission[] = [
  'customers.read',
  'customers.write',
  'interactions.read',
  'interactions.write',
  'documents.read',
  'documents.write',
  'service.read',
  'service.write',
  'catalogue.read',
  'identity.directory',
]

/** The roles that a new organisation starts with; they can be changed, and others added. */
export const builtInRoles: Record<'administrator' | 'manager' | 'operator' | 'accountant', BuiltInRole> = {
  administrator: {
    name: 'مدیر سامانه',
    grants: over('all', permissionKeys),
    fieldClasses: ['public', 'internal', 'sensitive', 'financial'],
  },
  manager: {
    name: 'مدیر واحد',
    grants: over('unit', [...daily, 'customers.export', 'service.export', 'service.supervise', 'kpi.read', 'identity.calendar']),
    fieldClasses: ['public', 'internal', 'sensitive'],
  },
  operator: { name: 'کارشناس', grants: { ...over('team', daily), 'kpi.read': 'own' }, fieldClasses: ['public', 'internal'] },
  accountant: {
    name: 'حسابدار',
    grants: over('all', [
      'customers.read',
      'customers.export',
      'sales.read',
      'sales.write',
      'documents.read',
      'catalogue.read',
      'identity.directory',
    ]),
    fieldClasses: ['public', 'internal', 'financial'],
  },
}
