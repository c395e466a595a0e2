import type { DuplicatePair } from '@parvandeh/contract'
import { UsersRound } from 'lucide-react'
import type { ApiFailure } from '../../../api/failure.ts'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { useDuplicateWords } from './messages.ts'
import { PairItem } from './PairItem.tsx'

export const keyOf = ({ files: [a, b] }: DuplicatePair): string => `${a.customerId} ${b.customerId}`

interface PairListProps {
  pairs: readonly DuplicatePair[]
  current: number
  onChoose: (place: number) => void
  /** What stands below the pairs: more of them. */
  children?: React.ReactNode
}

/** The pairs of the desk, the likeliest first. */
export function PairList({ pairs, current, onChoose, children }: PairListProps) {
  const words = useDuplicateWords()
  return (
    <Card flush title={words.pairs}>
      <ul className="divide-y divide-line lg:max-h-[calc(100dvh-20rem)] lg:overflow-y-auto">
        {pairs.map((pair, index) => (
          <PairItem key={keyOf(pair)} pair={pair} isChosen={index === current} onChoose={() => onChoose(index)} />
        ))}
      </ul>
      {children}
    </Card>
  )
}

interface NoPairsProps {
  state: DuplicatePair['state']
  failure: ApiFailure | null
  isPending: boolean
  onRetry: () => void
}

/** The desk without pairs: they are still read, cannot be read, or there are none. */
export function NoPairs({ state, failure, isPending, onRetry }: NoPairsProps) {
  const words = useDuplicateWords()
  if (failure) return <ErrorState failure={failure} onRetry={onRetry} />
  return (
    <Card>
      {isPending ? (
        <SkeletonLines lines={8} />
      ) : (
        <EmptyState icon={<UsersRound size={22} />} title={state === 'open' ? words.none : words.noneDecided}>
          {state === 'open' && words.noneText}
        </EmptyState>
      )}
    </Card>
  )
}
