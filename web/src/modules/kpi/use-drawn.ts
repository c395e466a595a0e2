import { useLanguage } from '../../i18n/language.tsx'
import type { FigureDefinition, IndicatorDefinition } from './figure-words.ts'
import type { Bucketing } from './kpi-search.ts'
import { mainFigure } from './use-compared.ts'

/** A figure of an indicator that a map of the week or of the year can be drawn of. */
export interface Drawn {
  key: string
  definition: IndicatorDefinition
  figure: FigureDefinition
  label: string
}

/** The indicators that can be cut so, each by its number of records or by the median that it leads with. */
export function useDrawn(definitions: readonly IndicatorDefinition[], by: Bucketing): Drawn[] {
  const language = useLanguage()
  return definitions.flatMap((definition) => {
    const figure = mainFigure(definition)
    if (!figure || definition.partsOf !== null || !definition.bucketings.includes(by)) return []
    return [{ key: definition.key, definition, figure, label: figure[language] }]
  })
}
