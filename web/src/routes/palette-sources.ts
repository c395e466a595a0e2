import { Headset, User } from 'lucide-react'
import { findCustomers } from '../modules/customers/search/find-customers.ts'
import { findRequests } from '../modules/service/find-requests.ts'
import type { PaletteSource } from '../shell/palette.ts'

/** Where the palette looks as one types; added by the change that makes the pages found. */
export const paletteSources: readonly PaletteSource[] = [
  {
    name: 'customers',
    permission: 'customers.read',
    icon: User,
    find: (typed) => ({ queryKey: ['palette', 'customers', typed], queryFn: ({ signal }) => findCustomers(typed, signal) }),
  },
  {
    name: 'requests',
    permission: 'service.read',
    icon: Headset,
    find: (typed) => ({ queryKey: ['palette', 'requests', typed], queryFn: ({ signal }) => findRequests(typed, signal) }),
  },
]
