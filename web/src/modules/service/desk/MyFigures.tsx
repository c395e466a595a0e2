import { type IndicatorKey, kpiRoutes } from '@parvandeh/contract'
import { addDays, relativePeriod } from '@parvandeh/contract/persian'
import { useQueries } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { StatCard } from '../../../ui/StatCard.tsx'
import { useDeskWords } from './messages.ts'

const days = 30
/** Of fewer, one more or less would turn the comparison: nothing is said of better or worse. */
const enough = 10

interface Shown {
  indicator: IndicatorKey
  figure: string
  label: 'closed' | 'wait' | 'service'
  /** Whether more of it is welcome. */
  upIsGood: boolean
}

const shown: readonly Shown[] = [
  { indicator: 'closed-per-person', figure: 'closed', label: 'closed', upIsGood: true },
  { indicator: 'wait-until-response', figure: 'waitWorking.median', label: 'wait', upIsGood: false },
  { indicator: 'service-time', figure: 'serviceWorking.median', label: 'service', upIsGood: false },
]

/** Three of my own figures over thirty days, against the thirty before; each opens in the indicators. */
export function MyFigures({ personId }: { personId: string }) {
  const words = useDeskWords()
  const { today } = useFormat()
  const now = relativePeriod('last-30-days', today())
  const before = { from: addDays(now.from, -days), to: now.from }
  const reads = useQueries({
    queries: shown.flatMap(({ indicator }) =>
      [now, before].map((period) => ({
        ...query(kpiRoutes.show, { params: { indicator }, query: { ...period, personId } }),
        staleTime: 5 * 60_000,
      })),
    ),
  })
  const search = { period: 'last-30-days' as const, base: 'previous' as const, personId }
  return (
    <Card
      title={words.figures}
      actions={
        <Link to="/kpi" search={search} className="px-2 text-small">
          {words.figuresAll}
        </Link>
      }
    >
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,8.5rem),1fr))] gap-2">
        {shown.map((one, index) => (
          <Mine
            key={one.indicator}
            of={one}
            personId={personId}
            now={reads[2 * index]?.data?.whole.figures[one.figure]}
            before={reads[2 * index + 1]?.data?.whole.figures[one.figure]}
          />
        ))}
      </div>
      <p className="mt-2 text-small text-muted">{words.figuresHint}</p>
    </Card>
  )
}

interface Figure {
  value: number | null
  count: number
}

function Mine({ of, personId, now, before }: { of: Shown; personId: string; now: Figure | undefined; before: Figure | undefined }) {
  const words = useDeskWords()
  const { number } = useFormat()
  const router = useRouter()
  const isCount = of.label === 'closed'
  const write = useWritten(isCount)
  const said = now?.value == null ? null : write(now.value)
  const { href } = router.buildLocation({
    to: '/kpi/$indicator',
    params: { indicator: of.indicator },
    search: { period: 'last-30-days', base: 'previous', personId },
  })
  const change = changeOf(of, now, before)
  const isSmall = !isCount && now !== undefined && now.value !== null && now.count < enough
  return (
    <StatCard
      label={words[of.label]}
      value={said?.value ?? null}
      {...(said?.unit && { unit: said.unit })}
      missing={words.noRecords}
      href={href}
      {...(isSmall && { basis: words.fewRecords(number(now.count)) })}
      {...(change && {
        change: { ...change, text: words.before(phraseOf(write(before?.value ?? 0))), base: '' },
      })}
    />
  )
}

interface Written {
  value: string
  unit?: string
}

const phraseOf = ({ value, unit }: Written) => (unit ? `${value} ${unit}` : value)

/** Working time short enough for a card: minutes under an hour, else hours with a tenth. */
function useWritten(isCount: boolean): (value: number) => Written {
  const words = useDeskWords()
  const { number, decimal } = useFormat()
  return (value) => {
    if (isCount) return { value: number(value) }
    if (value < 3600) return { value: number(Math.round(value / 60)), unit: words.workingMinutes }
    return { value: decimal(value / 3600), unit: words.workingHours }
  }
}

/** Which way it went; good or bad only where both rest on enough. */
function changeOf({ upIsGood }: Shown, now: Figure | undefined, before: Figure | undefined) {
  if (now?.value == null || before?.value == null) return undefined
  const direction = now.value > before.value ? ('up' as const) : now.value < before.value ? ('down' as const) : ('none' as const)
  const isTold = Math.min(now.count, before.count) >= enough && direction !== 'none'
  return { direction, good: isTold ? (direction === 'up') === upIsGood : null }
}
