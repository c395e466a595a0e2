import { classificationRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'

export type Scheme = ResponseOf<typeof classificationRoutes.list>['schemes'][number]
export type FileClasses = ResponseOf<typeof classificationRoutes.ofFile>

const schemesQuery = { ...query(classificationRoutes.list), staleTime: 5 * 60_000 }

/** The schemes that the reader may read, with names in the language in force. */
export function useSchemes() {
  const language = useLanguage()
  const { data } = useQuery(schemesQuery)
  const nameOf = ({ name, nameEn }: { name: string; nameEn: string | null }) => (language === 'en' ? (nameEn ?? name) : name)
  return { schemes: data?.schemes ?? [], nameOf, isRead: data !== undefined }
}
