import { customerRoutes } from '@parvandeh/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { addDays } from '@parvandeh/contract/persian'
import { memo, useEffect, useMemo, useRef } from 'react'
import { pages, rowsOf } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { MorePages } from '../../../ui/MorePages.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { TimelineDay } from '../../../ui/Timeline.tsx'
import { useWhenSeen } from '../../../ui/when-seen.ts'
import { OtherLine } from './customer-lines.tsx'
import { byDay } from './days.ts'
import { KindChips } from './KindChips.tsx'
import type { LineKind, TimelineLine } from './line-kind.ts'
import { useTimelineWords } from './messages.ts'

interface TimelineProps {
  customerId: string
  kinds: readonly LineKind[]
  shown: readonly string[]
  onShow: (ids: string[]) => void
  /** The id of what a line is about, to be brought into view. */
  sought?: string | undefined
}

/** Everything that passed between us and the customer, newest first, under the days on which it happened. */
export function Timeline({ customerId, kinds, shown, onShow, sought }: TimelineProps) {
  const words = useTimelineWords()
  const asked = kinds.filter(({ id }) => shown.includes(id)).flatMap((kind) => kind.kinds)
  const list = useInfiniteQuery({
    ...pages(customerRoutes.timeline, { params: { customerId }, query: asked.length > 0 ? { kinds: asked.join(',') } : {} }),
    placeholderData: (before) => before,
  })
  const lines = rowsOf(list.data)
  const more = () => list.hasNextPage && !list.isFetching && void list.fetchNextPage()
  useSought(sought, list.data?.pages.length ?? 0, more)
  const foot = useWhenSeen<HTMLDivElement>(more, list.hasNextPage)
  return (
    <div aria-busy={list.isFetching}>
      <h2 className="sr-only">{words.title}</h2>
      <KindChips kinds={kinds} shown={shown} onShow={onShow} />
      {list.isPending && <Waiting />}
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && lines.length === 0 && <Empty isNarrowed={shown.length > 0} onShowAll={() => onShow([])} />}
      <Days lines={lines} kinds={kinds} />
      <div ref={foot}>
        <MorePages hasMore={list.hasNextPage} isPending={list.isFetchingNextPage} onMore={more} />
      </div>
    </div>
  )
}

/** Farther back than this a line is looked for by whoever wants it. */
const mostPages = 20

/** Brings the line of a call or message into view, reading on until it is there. */
function useSought(sought: string | undefined, pagesRead: number, more: () => unknown) {
  const found = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (sought === undefined || found.current === sought || pagesRead === 0) return
    const line = document.querySelector<HTMLElement>(`[data-line="${CSS.escape(sought)}"]`)
    if (line) {
      found.current = sought
      line.scrollIntoView({ block: 'center' })
      line.focus()
    } else if (pagesRead < mostPages) more()
  })
}

/** The days of the lines read so far. */
export function Days({ lines, kinds }: { lines: readonly TimelineLine[]; kinds: readonly LineKind[] }) {
  const words = useTimelineWords()
  const format = useFormat()
  const days = useMemo(() => byDay(lines, format.dayOf), [lines, format])
  const drawers = useMemo(() => new Map(kinds.flatMap((kind) => kind.kinds.map((name) => [name, kind.Line] as const))), [kinds])
  const today = format.today()
  const near = new Map([
    [today, words.today],
    [addDays(today, -1), words.yesterday],
  ])
  return days.map(({ day, lines: within }) => (
    <TimelineDay key={day} heading={near.get(day) ?? format.day(day, 'long')} aside={near.has(day) && format.day(day, 'long')}>
      {within.map((line) => (
        <Drawn key={line.id} line={line} Line={drawers.get(line.kind) ?? OtherLine} />
      ))}
    </TimelineDay>
  ))
}

/** A line that has not changed is not drawn anew when more are read. */
const Drawn = memo(function DrawnLine({ line, Line }: { line: TimelineLine; Line: LineKind['Line'] }) {
  return <Line line={line} />
})

function Empty({ isNarrowed, onShowAll }: { isNarrowed: boolean; onShowAll: () => void }) {
  const words = useTimelineWords()
  if (!isNarrowed)
    return (
      <EmptyState compact title={words.emptyTitle}>
        {words.emptyText}
      </EmptyState>
    )
  return (
    <EmptyState
      compact
      title={words.noneTitle}
      action={
        <Button size="small" onPress={onShowAll}>
          {words.showAll}
        </Button>
      }
    />
  )
}

function Waiting() {
  return (
    <div className="flex flex-col gap-5 px-4 py-4">
      {['w-1/2', 'w-2/3', 'w-1/3', 'w-3/5'].map((width) => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-8 shrink-0 rounded-full" />
          <div className="flex flex-1 flex-col gap-2 pt-1">
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="h-3 w-3/4" />
          </div>
        </div>
      ))}
    </div>
  )
}
