import { ChevronDown, ChevronUp, ChevronsUp, Equal, type LucideIcon } from 'lucide-react'
import { classes } from '../../ui/classes.ts'
import { useServiceWords } from './messages.ts'
import type { Priority } from './request.types.ts'

const looks: Record<Priority, { icon: LucideIcon; colour: string }> = {
  low: { icon: ChevronDown, colour: 'text-faint' },
  normal: { icon: Equal, colour: 'text-faint' },
  high: { icon: ChevronUp, colour: 'text-caution' },
  urgent: { icon: ChevronsUp, colour: 'font-medium text-danger' },
}

/** How pressing a request is: a sign that tells the steps apart, and the word. */
export function PriorityMark({ priority, iconOnly = false }: { priority: Priority; iconOnly?: boolean }) {
  const { priorities, priority: name } = useServiceWords()
  const { icon: Icon, colour } = looks[priority]
  return (
    <span
      className={classes('inline-flex shrink-0 items-center gap-1 whitespace-nowrap', colour)}
      title={`${name}: ${priorities[priority]}`}
    >
      <Icon size={16} className="shrink-0" aria-hidden="true" />
      <span className={iconOnly ? 'sr-only' : undefined}>{priorities[priority]}</span>
    </span>
  )
}
