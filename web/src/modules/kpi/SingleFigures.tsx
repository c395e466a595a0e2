import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { StatCard } from '../../ui/StatCard.tsx'
import { type Bucket, type FigureDefinition, type IndicatorDefinition, saidFigure } from './figure-words.ts'
import { type KpiSearch, recordsHref } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'

interface SingleFiguresProps {
  definition: IndicatorDefinition
  figures: readonly FigureDefinition[]
  whole: Bucket
  search: KpiSearch
}

/** Figures that stand alone, such as a number or a share; each opens into its records. */
export function SingleFigures({ definition, figures, whole, search }: SingleFiguresProps) {
  const words = useKpiWords()
  const language = useLanguage()
  const format = useFormat()
  if (figures.length === 0) return null
  return (
    <div className="grid grid-cols-2 gap-2 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
      {figures.map((figure) => {
        const said = saidFigure(whole, figure, words, format)
        const href = recordsHref(definition.key, search, 'none', 'all')
        const value = said.isMissing ? { value: null, missing: said.text } : { value: said.text }
        return <StatCard key={figure.key} label={figure[language]} {...value} href={href} />
      })}
    </div>
  )
}
