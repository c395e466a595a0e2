import { customerRoutes, type DescribedField } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import type { Option } from '../../../ui/OptionList.tsx'

/** What a field's value can be chosen from; nothing where it is typed. */
export function useValueOptions({ key, type, choices }: DescribedField): Option[] | undefined {
  const language = useLanguage()
  const { activePeople, units } = useDirectory()
  const { data: places } = useQuery({ ...query(customerRoutes.places), enabled: type === 'place', staleTime: 5 * 60_000 })
  if (choices) return choices.map((choice) => ({ id: choice.key, label: choice.label[language] }))
  if (type === 'person') return activePeople.map(({ id, name }) => ({ id, label: name }))
  if (type === 'unit') return units.map(({ id, name }) => ({ id, label: name }))
  if (type !== 'place') return undefined
  const rows = key === 'provinceId' ? places?.provinces : key === 'countyId' ? places?.counties : places?.cities
  return (rows ?? []).map(({ id, name }) => ({ id: String(id), label: name }))
}
