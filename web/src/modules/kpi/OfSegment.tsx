import { Group } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useKpiWords } from './messages.ts'

interface OfSegmentProps {
  segmentId: string | undefined
  /** Null: it is not open to the person; undefined: not known yet. */
  name: string | null | undefined
  /** Takes the segment off the filters. */
  onClear: () => void
  children: ReactNode
}

/** Says of which segment the figures are; where that is not open to the person, it says so once and shows no figures. */
export function OfSegment({ segmentId, name, onClear, children }: OfSegmentProps) {
  const words = useKpiWords()
  if (segmentId === undefined) return children
  if (name === null)
    return (
      <EmptyState icon={<Group size={22} />} title={words.segmentHidden} action={<Button onPress={onClear}>{words.ofAllCustomers}</Button>}>
        {words.segmentHiddenText}
      </EmptyState>
    )
  return (
    <>
      <p className="min-w-0 text-small text-pretty text-muted">
        {name === undefined ? '…' : words.ofSegment}{' '}
        {name !== undefined && (
          <Link to="/segments/$segmentId" params={{ segmentId }} className="print:no-underline!">
            <bdi>{name}</bdi>
          </Link>
        )}
        {name !== undefined && words.ofSegmentOpen}
      </p>
      {children}
    </>
  )
}
