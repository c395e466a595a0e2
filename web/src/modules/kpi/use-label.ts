import { useDirectory } from '../../api/directory.ts'
import { useFormat } from '../../persian/format.ts'
import { bucketLabel, type IndicatorDefinition } from './figure-words.ts'
import type { Bucketing } from './kpi-search.ts'
import { useCatalogue } from './KpiFilters.tsx'
import { useKpiWords } from './messages.ts'

/** Writes the name of a bucket with the names of people, units, topics and products as they are known. */
export function useBucketLabel(definition: IndicatorDefinition | undefined): (by: Bucketing, key: string) => string {
  const words = useKpiWords()
  const format = useFormat()
  const { personName, unitName } = useDirectory()
  const { topics, products } = useCatalogue()
  const names = {
    personName,
    unitName,
    topicName: (id: string) => topics.find((topic) => topic.id === id)?.name,
    productName: (id: string) => products.find((product) => product.id === id)?.name,
  }
  return (by, key) => bucketLabel(by, key, { words, format, names, definition })
}
