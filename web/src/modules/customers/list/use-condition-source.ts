import { type DescribedField, fieldCatalogueRoutes, segmentRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import type { ConditionSource } from '../../../lists/condition/condition-source.types.ts'
import { useConditionWords } from '../../../lists/condition/messages.ts'
import type { Option } from '../../../ui/OptionList.tsx'
import { usePlaces } from '../../../places/places.ts'
import { useListWords } from './messages.ts'

/** The fields of files; what an administrator adds is there after a minute at most. */
const fieldCatalogueQuery = { ...query(fieldCatalogueRoutes.show), staleTime: 60_000 }
export const segmentsQuery = { ...query(segmentRoutes.list), staleTime: 60_000 }

const named = (rows: readonly { id: string | number; name: string }[]): Option[] =>
  rows.map(({ id, name }) => ({ id: String(id), label: name }))

/** What conditions on customers are made of: the catalogue of fields, with the names of people, units, places and segments. */
export function useConditionSource(): ConditionSource {
  const language = useLanguage()
  const words = useListWords()
  const { yes, no } = useConditionWords()
  const { data: catalogue } = useQuery(fieldCatalogueQuery)
  const { data: kept } = useQuery(segmentsQuery)
  const { people, units } = useDirectory()
  const { provinces, counties, cities } = usePlaces()
  const optionsOf = ({ key, type, choices }: DescribedField): readonly Option[] | null => {
    if (choices) return choices.map((choice) => ({ id: choice.key, label: choice.label[language] }))
    if (type === 'yes-no')
      return [
        { id: 'true', label: yes },
        { id: 'false', label: no },
      ]
    if (type === 'person') return [{ id: 'me', label: words.myself }, ...named(people)]
    if (type === 'unit') return named(units)
    if (type === 'segment') return named(kept?.segments ?? [])
    if (type === 'place') return named(key === 'provinceId' ? provinces : key === 'countyId' ? counties : cities)
    return null
  }
  const groups = new Map(catalogue?.groups.map(({ key, label }) => [key, label[language]]))
  return {
    fields: catalogue?.fields ?? [],
    groupName: (key) => groups.get(key) ?? '',
    optionsOf,
    areRead: catalogue !== undefined && kept !== undefined,
  }
}
