import {
  ListChecks,
  Banknote,
  ChartNoAxesColumn,
  FileDown,
  FileInput,
  Group,
  Headset,
  LayoutDashboard,
  Merge,
  MessagesSquare,
  MonitorCheck,
  Scale,
  Settings,
  Users,
} from 'lucide-react'
import type { Place } from '../shell/navigation.ts'

/** The places in the sidebar, in order; a place is added by the change that makes its page. */
export const places: readonly Place[] = [
  { name: 'desk', to: '/', icon: LayoutDashboard, group: 'work', permissions: ['service.read'] },
  { name: 'customers', to: '/customers', icon: Users, group: 'work', permissions: ['customers.read'] },
  { name: 'requests', to: '/requests', icon: Headset, group: 'work', permissions: ['service.read'] },
  { name: 'interactions', to: '/interactions', icon: MessagesSquare, group: 'work', permissions: ['interactions.read'] },
  { name: 'segments', to: '/segments', icon: Group, group: 'work', permissions: ['customers.read'] },
  { name: 'cheques', to: '/cheques', icon: Banknote, group: 'work', permissions: ['sales.read'] },
  { name: 'contradictions', to: '/contradictions', icon: Scale, group: 'work', permissions: ['customers.write'] },
  { name: 'duplicates', to: '/duplicates', icon: Merge, group: 'work', permissions: ['customers.write'] },
  { name: 'supervisor', to: '/supervisor', icon: MonitorCheck, group: 'work', permissions: ['service.supervise'] },
  { name: 'completeness', to: '/completeness', icon: ListChecks, group: 'insight', permissions: ['customers.read'] },
  { name: 'kpi', to: '/kpi', icon: ChartNoAxesColumn, group: 'insight', permissions: ['kpi.read'] },
  { name: 'imports', to: '/imports', icon: FileInput, group: 'organisation', permissions: ['imports.run'] },
  { name: 'exports', to: '/exports', icon: FileDown, group: 'organisation', permissions: ['customers.export'] },
  { name: 'settings', to: '/settings', icon: Settings, group: 'organisation' },
]
