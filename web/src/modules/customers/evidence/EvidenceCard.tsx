import { consistencyRoutes, type ResponseOf } from '@parvandeh/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ChevronDown, TrendingDown, TrendingUp } from 'lucide-react'
import { useId, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { pages, query, rowsOf } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import { classes, focusRing } from '../../../ui/classes.ts'
import { MorePages } from '../../../ui/MorePages.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { ContradictionItem } from './ContradictionItem.tsx'
import { useEvidenceWords } from './messages.ts'
import type { Contradiction } from './SidesOf.tsx'

type Trust = ResponseOf<typeof consistencyRoutes.trust>

/** How far a file is to be relied on, why, and what in it does not agree. */
export function EvidenceCard({ customerId }: { customerId: string }) {
  const trust = useQuery(query(consistencyRoutes.trust, { params: { customerId } }))
  const open = useInfiniteQuery(pages(consistencyRoutes.list, { query: { customerId, limit: 20 } }))
  return (
    <TrustCard
      trust={trust.data}
      contradictions={rowsOf(open.data)}
      more={<MorePages hasMore={open.hasNextPage} isPending={open.isFetchingNextPage} onMore={() => void open.fetchNextPage()} />}
    />
  )
}

interface TrustCardProps {
  /** Absent while it is still coming. */
  trust: Trust | undefined
  contradictions: readonly Contradiction[]
  more?: React.ReactNode
}

export function TrustCard({ trust, contradictions, more }: TrustCardProps) {
  const words = useEvidenceWords()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const panel = useId()
  return (
    <Card flush>
      <AriaButton
        aria-expanded={isOpen}
        aria-controls={panel}
        isDisabled={!trust}
        onPress={() => setOpen(!isOpen)}
        className={classes(
          'flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-card px-4 py-2 text-start data-hovered:bg-hover',
          focusRing,
        )}
      >
        <span className="min-w-0 flex-1 font-semibold">{words.trust}</span>
        {trust ? <Level trust={trust.trust} /> : <Skeleton className="h-4 w-16" />}
        <ChevronDown
          size={15}
          aria-hidden="true"
          className={classes('shrink-0 text-faint transition-transform duration-100', isOpen && 'rotate-180')}
        />
      </AriaButton>
      <div id={panel}>{isOpen && trust && <Reasons trust={trust} />}</div>
      {contradictions.length > 0 && (
        <section aria-label={words.contradictions} className="border-t border-line">
          <h3 className="px-4 pt-2 text-small font-medium text-caution">{words.count(format.number(contradictions.length), false)}</h3>
          <ul className="divide-y divide-line">
            {contradictions.map((one) => (
              <ContradictionItem key={one.id} one={one} onFile />
            ))}
          </ul>
          {more}
        </section>
      )}
    </Card>
  )
}

function Level({ trust }: { trust: number | null }) {
  const words = useEvidenceWords()
  const format = useFormat()
  if (trust === null) return <span className="text-small text-faint">{words.notReckoned}</span>
  const colour = trust >= 0.75 ? 'bg-positive' : trust >= 0.45 ? 'bg-accent' : 'bg-caution'
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className="h-1.5 w-16 overflow-hidden rounded-full bg-pressed">
        <span className={classes('block h-full rounded-full', colour)} style={{ inlineSize: `${trust * 100}%` }} />
      </span>
      <span className="font-medium">{format.percent(trust)}</span>
    </span>
  )
}

function Reasons({ trust }: { trust: Trust }) {
  const words = useEvidenceWords()
  const say = useReasonText()
  return (
    <div className="flex flex-col gap-1.5 px-4 pb-3">
      <ul className="flex flex-col gap-1">
        {trust.reasons.map((reason) => {
          const [Icon, name, tone] =
            reason.weight > 0
              ? ([TrendingUp, words.raises, 'text-positive'] as const)
              : ([TrendingDown, words.lowers, 'text-caution'] as const)
          return (
            <li key={reason.key} className="flex items-center gap-2 text-small">
              <Icon size={15} aria-hidden="true" className={classes('shrink-0', tone)} />
              <span className="sr-only">{name}:</span>
              {say(reason)}
            </li>
          )
        })}
      </ul>
      <p className="text-caption text-faint">{trust.partial ? words.partial : words.trustHint}</p>
    </div>
  )
}

function useReasonText() {
  const { reasons } = useEvidenceWords()
  const format = useFormat()
  return ({ key, count, of }: Trust['reasons'][number]): string => {
    const number = format.number(count)
    if (key === 'provisional') return reasons.provisional
    if (key === 'completeness') return reasons.completeness(format.percent(count))
    if (key === 'freshness') return count < 1 ? reasons.freshNow : reasons.freshness(number)
    if (key === 'values') return reasons.values(number, format.number(of ?? 0))
    return reasons[key](number)
  }
}
