import { FileText, Group, Headset, Settings, User } from 'lucide-react'
import { queryClient } from '../api/query-client.ts'
import { sessionQuery } from '../api/session.ts'
import { preferences } from '../i18n/preferences.ts'
import { findCustomers, findNearCustomers } from '../modules/customers/search/find-customers.ts'
import { findSegments } from '../modules/customers/segments/find-segments.ts'
import { findDocuments } from '../modules/documents/find-documents.ts'
import { findRequests } from '../modules/service/find-requests.ts'
import type { PaletteSource } from '../shell/palette.ts'

/** The words of the settings come with the first search for them. */
async function findAmongSettings(typed: string) {
  const { findSettings } = await import('../modules/administration/find-settings.ts')
  const { permissions } = await queryClient.ensureQueryData(sessionQuery)
  return findSettings(typed, (permission) => permissions[permission] !== undefined, preferences().language)
}

/** Where the palette looks as one types; added by the change that makes the pages found. */
export const paletteSources: readonly PaletteSource[] = [
  {
    name: 'customers',
    permission: 'customers.read',
    icon: User,
    find: (typed) => ({ queryKey: ['palette', 'customers', typed], queryFn: ({ signal }) => findCustomers(typed, signal) }),
    near: (typed) => ({ queryKey: ['palette', 'near-customers', typed], queryFn: ({ signal }) => findNearCustomers(typed, signal) }),
  },
  {
    name: 'requests',
    permission: 'service.read',
    icon: Headset,
    find: (typed) => ({ queryKey: ['palette', 'requests', typed], queryFn: ({ signal }) => findRequests(typed, signal) }),
  },
  {
    name: 'documents',
    permission: 'documents.read',
    icon: FileText,
    find: (typed) => ({ queryKey: ['palette', 'documents', typed], queryFn: ({ signal }) => findDocuments(typed, signal) }),
  },
  {
    name: 'segments',
    permission: 'customers.read',
    icon: Group,
    find: (typed) => ({ queryKey: ['palette', 'segments', typed], queryFn: ({ signal }) => findSegments(typed, signal) }),
  },
  {
    name: 'settings',
    icon: Settings,
    find: (typed) => ({ queryKey: ['palette', 'settings', typed], queryFn: () => findAmongSettings(typed) }),
  },
]
