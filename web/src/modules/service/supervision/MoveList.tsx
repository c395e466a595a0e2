import { ArrowRight } from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { RequestNumber } from '../RequestNumber.tsx'
import { useSupervisionWords } from './messages.ts'
import type { ProposedMove } from './supervision.types.ts'

interface MoveListProps {
  moves: readonly ProposedMove[]
  /** Requests that are to stay. */
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
}

/** The proposed moves, each with its reasons and a box to leave it out. */
export function MoveList({ moves, left, onChange }: MoveListProps) {
  const words = useSupervisionWords()
  const toggle = (id: string, included: boolean) => {
    const next = new Set(left)
    if (included) next.delete(id)
    else next.add(id)
    onChange(next)
  }
  return (
    <ul className="flex flex-col">
      {moves.map((move) => (
        <li key={move.requestId} className="flex gap-3 border-b border-line py-2.5 last:border-b-0">
          <Checkbox
            aria-label={words.include}
            isSelected={!left.has(move.requestId)}
            onChange={(included) => toggle(move.requestId, included)}
          />
          <Move move={move} />
        </li>
      ))}
    </ul>
  )
}

function Move({ move }: { move: ProposedMove }) {
  const words = useSupervisionWords()
  const { number, relative } = useFormat()
  const { personName } = useDirectory()
  const { fromPersonId, toPersonId, fromLoad, toLoad, experience } = move
  return (
    <div className="min-w-0 flex-1">
      <p className="flex min-w-0 flex-wrap items-center gap-x-2">
        <RequestNumber number={move.number} />
        <bdi className="min-w-0 truncate font-medium">{move.subject}</bdi>
        <Badge tone={move.answered ? 'neutral' : 'accent'}>{move.answered ? words.answered : words.unanswered}</Badge>
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-body">
        <bdi>{personName(fromPersonId)}</bdi>
        <ArrowRight size={15} className="turns shrink-0 text-muted" aria-label={words.fromTo} />
        <bdi>{personName(toPersonId)}</bdi>
      </p>
      <p className="flex flex-wrap gap-x-3 text-small text-muted">
        <span>{words.why(number(fromLoad), number(toLoad))}</span>
        {experience !== null && <span>{experience > 0 ? words.knows(number(experience)) : words.knowsNot}</span>}
        <bdi>{move.customerName}</bdi>
        <span>{relative(move.reportedAt)}</span>
      </p>
    </div>
  )
}
