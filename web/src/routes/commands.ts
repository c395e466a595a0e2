import { Group, Headset, UserPlus } from 'lucide-react'
import type { Command } from '../shell/palette.ts'

/** Things to do from anywhere, in the palette and under "add"; added by the change that makes their page. */
export const commands: readonly Command[] = [
  {
    id: 'new-request',
    label: { fa: 'ثبت درخواست', en: 'Register request' },
    icon: Headset,
    href: '/requests/new',
    permission: 'service.write',
  },
  {
    id: 'new-customer',
    label: { fa: 'مشتری تازه', en: 'New customer' },
    icon: UserPlus,
    href: '/customers/new',
    permission: 'customers.write',
  },
  {
    id: 'new-segment',
    label: { fa: 'گروه تازهٔ مشتریان', en: 'New customer segment' },
    icon: Group,
    href: '/segments?create=true',
    permission: 'customers.read',
  },
]
