import { type ComparisonBase, comparisonBases } from '@parvandeh/contract/persian'
import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { Link } from 'react-aria-components'
import { classes, focusRing } from '../../ui/classes.ts'
import { type FigureDefinition, type IndicatorDefinition, saidFigure, writeFigure } from './figure-words.ts'
import { type KpiSearch, recordsHref } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { fewValues } from './chart-points.ts'
import { useComparedDays, useDaysSaid, useIndicator } from './use-compared.ts'

interface HeadlineProps {
  definition: IndicatorDefinition
  figure: FigureDefinition
  search: KpiSearch
}

/** The figure that says most, how sure it is, and how it has changed against the period before and the year before. */
export function Headline({ definition, figure, search }: HeadlineProps) {
  const words = useKpiWords()
  const language = useLanguage()
  const format = useFormat()
  const { now, isSoFar } = useComparedDays(search, 'last-year')
  const { data } = useIndicator(definition, search, { days: now, by: 'none', value: figure.value ?? undefined, intervals: true })
  if (!data) return <div className="h-24" />
  const found = data.whole.figures[figure.key]
  const said = saidFigure(data.whole, figure, words, format)
  const isFew = figure.per === 'record' && figure.measure !== 'sum' && found?.value != null && found.count < fewValues
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Link
        href={recordsHref(definition.key, search, 'none', 'all')}
        className={classes('-m-1 flex min-w-0 flex-col self-start rounded-control p-1 data-hovered:bg-hover', focusRing)}
      >
        <span className="text-small text-muted">{figure[language]}</span>
        <span className={said.isMissing ? 'py-1 text-body text-faint' : 'text-display font-semibold'}>{said.text}</span>
        {found?.interval && (
          <span className="text-caption text-muted">
            {words.between(writeFigure(found.interval.low, figure.unit, format), writeFigure(found.interval.high, figure.unit, format))}
          </span>
        )}
        {isFew && <span className="text-caption text-caution">{words.small(format.number(found.count))}</span>}
      </Link>
      <div className="flex min-w-0 flex-col gap-1 text-small">
        {comparisonBases.map((base) => (
          <Change key={base} base={base} value={found?.value ?? null} definition={definition} figure={figure} search={search} />
        ))}
        {isSoFar && <span className="text-caption text-faint">{words.soFar}</span>}
      </div>
    </div>
  )
}

function Change({ base, value, definition, figure, search }: HeadlineProps & { base: ComparisonBase; value: number | null }) {
  const words = useKpiWords()
  const format = useFormat()
  const days = useComparedDays(search, base).base
  const said = useDaysSaid()(days)
  const { data } = useIndicator(definition, search, { days, by: 'none', value: figure.value ?? undefined })
  const before = data?.whole.figures[figure.key]?.value ?? null
  if (!data) return <span className="h-6" />
  if (before === null || value === null || before === 0) return <span className="text-faint">{words.noBase(words.bases[base], said)}</span>
  const share = value / before - 1
  const isSame = Math.abs(share) < 0.005
  const Icon = isSame ? Equal : share > 0 ? ArrowUp : ArrowDown
  return (
    <span className="flex min-w-0 items-baseline gap-1.5">
      <Icon size={14} className="shrink-0 self-center" aria-hidden="true" />
      <span className="shrink-0 font-medium">
        {isSame ? words.same : (share > 0 ? words.up : words.down)(format.percent(Math.abs(share)))}
      </span>
      <span className="min-w-0 text-muted">
        {words.thanBase(words.bases[base], said)}: {writeFigure(before, figure.unit, format)}
      </span>
    </span>
  )
}
