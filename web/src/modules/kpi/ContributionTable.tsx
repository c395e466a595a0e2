import type { Period } from '@parvandeh/contract/persian'
import { useFormat } from '../../persian/format.ts'
import { classes } from '../../ui/classes.ts'
import { ChartLink } from '../../ui/chart/ChartLink.tsx'
import { type Contribution, type GroupFigure, restKey } from './change.rules.ts'
import { fewValues } from './chart-points.ts'
import { type FigureDefinition, type IndicatorDefinition, signed, writeFigure } from './figure-words.ts'
import { type Bucketing, type KpiSearch, recordsHref } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'

interface ContributionTableProps {
  definition: IndicatorDefinition
  figure: FigureDefinition
  groups: readonly Contribution[]
  by: Bucketing
  search: KpiSearch
  periods: { now: Period; before: Period; beforeName: string }
  label: (key: string) => string
}

/** So many of the groups that weigh most are told one by one; the others together. */
const mostGroups = 12

/** The groups that moved a figure, the greatest first: what each was, what it is, and what it brings to the change. */
export function ContributionTable(props: ContributionTableProps) {
  const { figure, groups } = props
  const words = useKpiWords()
  const isCount = figure.measure === 'sum'
  const told = groups.slice(0, mostGroups)
  const others = groups.slice(mostGroups)
  const widest = Math.max(1e-9, ...told.map(({ total }) => Math.abs(total)))
  const heads = [words.before, words.now, ...(isCount ? [] : [words.byMix, words.byRate])]
  return (
    <div className="min-w-0 overflow-x-auto">
      <table className="w-full text-table">
        <thead>
          <tr className="text-small text-muted">
            <th scope="col" className="min-w-28 py-1 pe-3 text-start font-normal sm:min-w-36">
              {words.group}
            </th>
            <th scope="col" className="min-w-52 py-1 pe-3 text-center font-normal sm:min-w-84">
              {words.contribution}
            </th>
            {heads.map((head, index) => (
              <th
                key={head}
                scope="col"
                className={classes('py-1 ps-3 text-end font-normal', index > 1 ? 'max-lg:hidden' : 'max-sm:hidden')}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map((group) => (
            <ContributionRow key={group.key} group={group} widest={widest} {...props} />
          ))}
          {others.length > 0 && <ContributionRow group={together(others)} widest={widest} {...props} />}
        </tbody>
      </table>
    </div>
  )
}

/** Many small groups as one; their means are no longer told apart. */
const together = (groups: readonly Contribution[]): Contribution => ({
  key: restKey,
  now: { count: groups.reduce((sum, { now }) => sum + now.count, 0), mean: null },
  before: { count: groups.reduce((sum, { before }) => sum + before.count, 0), mean: null },
  mix: groups.reduce((sum, { mix }) => sum + mix, 0),
  rate: groups.reduce((sum, { rate }) => sum + rate, 0),
  total: groups.reduce((sum, { total }) => sum + total, 0),
})

function ContributionRow(props: ContributionTableProps & { group: Contribution; widest: number }) {
  const { group, widest, definition, figure, by, search, periods, label } = props
  const words = useKpiWords()
  const format = useFormat()
  const isCount = figure.measure === 'sum'
  const isFew = !isCount && Math.min(group.now.count || fewValues, group.before.count || fewValues) < fewValues
  const name = label(group.key)
  const side = (one: GroupFigure, days: Period) => {
    const text = writeSide(one, figure, format)
    if (group.key === restKey || one.count === 0) return text
    const href = recordsHref(definition.key, { ...search, period: `${days.from}..${days.to}` }, by, group.key)
    return (
      <ChartLink href={href} className="text-accent-text hover:underline">
        {text}
      </ChartLink>
    )
  }
  return (
    <tr className="border-t border-line">
      <th scope="row" className="max-w-56 py-1.5 pe-3 text-start font-normal">
        <bdi>{name}</bdi> {isFew && <span className="text-caption text-caution">({words.fewRecords})</span>}
      </th>
      <td className="py-1.5 pe-3">
        <Diverging share={group.total / widest} text={signed(group.total, figure, format)} />
      </td>
      <td className="py-1.5 ps-3 text-end whitespace-nowrap max-sm:hidden">{side(group.before, periods.before)}</td>
      <td className="py-1.5 ps-3 text-end whitespace-nowrap max-sm:hidden">{side(group.now, periods.now)}</td>
      {!isCount &&
        [group.mix, group.rate].map((part, index) => (
          <td key={index === 0 ? 'mix' : 'rate'} className="py-1.5 ps-3 text-end whitespace-nowrap text-muted max-lg:hidden">
            {signed(part, figure, format)}
          </td>
        ))}
    </tr>
  )
}

function writeSide({ count, mean }: GroupFigure, { measure, unit }: FigureDefinition, format: ReturnType<typeof useFormat>): string {
  if (measure === 'sum') return format.number(count)
  return mean === null ? `(${format.number(count)})` : `${writeFigure(mean, unit, format)} (${format.number(count)})`
}

/** A bar to one side of the middle: onward for more, back for less; the sign says the same. */
function Diverging({ share, text }: { share: number; text: string }) {
  const bar = (
    <span
      className={classes('block h-3.5 rounded-[0.1875rem] print:[print-color-adjust:exact]', share > 0 ? 'bg-accent/75' : 'bg-notice/60')}
      style={{ inlineSize: `${Math.abs(share) * 100}%` }}
    />
  )
  const number = <bdi className="shrink-0 px-1.5 text-small whitespace-nowrap">{text}</bdi>
  return (
    <span className="grid grid-cols-2 items-center gap-px">
      <span className="flex min-w-0 items-center justify-end gap-1.5 border-e border-line-strong ps-1.5">{share > 0 ? number : bar}</span>
      <span className="flex min-w-0 items-center gap-1.5">{share > 0 ? bar : number}</span>
    </span>
  )
}
