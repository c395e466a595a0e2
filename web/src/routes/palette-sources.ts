import { User } from 'lucide-react'
import { findCustomers } from '../modules/customers/search/find-customers.ts'
import type { PaletteSource } from '../shell/palette.ts'

/** Where the palette looks as one types; added by the change that makes the pages found. */
export const paletteSources: readonly PaletteSource[] = [
  {
    name: 'customers',
    permission: 'customers.read',
    icon: User,
    find: (typed) => ({ queryKey: ['palette', 'customers', typed], queryFn: ({ signal }) => findCustomers(typed, signal) }),
  },
]
