import { fieldCatalogueRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'

export interface OwnField {
  /** As a mapping has it: `x.` and the key. */
  key: string
  name: string
  type: string
}

/** The organisation's own fields that a file can be imported into, by their names in the language in force. */
export function useOwnFields(): readonly OwnField[] {
  const language = useLanguage()
  const { data } = useQuery({ ...query(fieldCatalogueRoutes.show), staleTime: 60_000 })
  return (data?.fields ?? [])
    .filter(({ custom, importable }) => custom && importable)
    .map(({ key, label, type }) => ({ key, name: label[language], type }))
}
