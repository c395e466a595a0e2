import type { customerRoutes, ResponseOf } from '@parvandeh/contract'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'

export type TimelineLine = ResponseOf<typeof customerRoutes.timeline>['rows'][number]

/** Lines of a kind: how they are called in the filter, and how one is drawn. Each module brings its own. */
export interface LineKind {
  id: string
  label: string
  icon: LucideIcon
  /** The kinds of lines, as their makers call them. */
  kinds: readonly string[]
  Line: ComponentType<{ line: TimelineLine }>
}
