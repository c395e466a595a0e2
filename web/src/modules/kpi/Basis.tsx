import { useFormat } from '../../persian/format.ts'
import type { IndicatorDefinition } from './figure-words.ts'
import type { KpiSearch } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { mainFigure, useComparedDays, useIndicator } from './use-compared.ts'

/** How many records the figures rest on, and of how many the fact is not recorded or has not happened yet. */
export function Basis({ definition, search }: { definition: IndicatorDefinition; search: KpiSearch }) {
  const words = useKpiWords()
  const format = useFormat()
  const { now } = useComparedDays(search, search.base)
  const { data } = useIndicator(definition, search, {
    days: now,
    by: 'none',
    value: mainFigure(definition)?.value ?? undefined,
    intervals: true,
  })
  if (!data) return null
  const { count, notRecorded, notYet } = data.whole
  const said = [
    words.basis(format.number(count)),
    ...(notRecorded > 0 ? [words.notRecorded(format.number(notRecorded))] : []),
    ...(notYet > 0 ? [words.notYet(format.number(notYet))] : []),
  ]
  return <p className="text-small text-muted">{said.join(' · ')}</p>
}
