import { Inbox, SearchX, UserCheck } from 'lucide-react'
import { useMay } from '../../../api/session.ts'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { useListWords } from './messages.ts'
import type { PresetName, RequestSearch } from './request-search.ts'

interface NoRequestsProps {
  preset: PresetName | null
  /** Whether anything beyond the preset narrows the list. */
  isNarrowed: boolean
  queue: RequestSearch | undefined
  onClear: () => void
}

const linkClass = buttonClass('primary', 'medium', 'text-on-accent! no-underline!')

/** No rows: says which of the reasons it is, and what to do next. */
export function NoRequests({ preset, isNarrowed, queue, onClear }: NoRequestsProps) {
  const words = useListWords()
  const may = useMay()
  if (isNarrowed || preset === null) {
    return (
      <EmptyState icon={<SearchX size={22} />} title={words.noneTitle} action={<Button onPress={onClear}>{words.clearFilters}</Button>}>
        {words.noneText}
      </EmptyState>
    )
  }
  if (preset === 'mine') {
    const toQueue = queue && (
      <Link to="/requests" search={queue} className={linkClass}>
        {words.toQueue}
      </Link>
    )
    return (
      <EmptyState icon={<UserCheck size={22} />} title={words.mineTitle} action={toQueue}>
        {words.mineText}
      </EmptyState>
    )
  }
  if (preset === 'queue') {
    return (
      <EmptyState icon={<Inbox size={22} />} title={words.queueTitle} action={<Button onPress={onClear}>{words.showAll}</Button>}>
        {words.queueText}
      </EmptyState>
    )
  }
  const first = may('service.write') && (
    <Link to="/requests/new" className={linkClass}>
      {words.first}
    </Link>
  )
  return (
    <EmptyState title={words.emptyTitle} action={first}>
      {words.emptyText}
    </EmptyState>
  )
}
