import { type CustomField, customFieldRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { query } from '../api/query.ts'
import { useFormat } from '../persian/format.ts'

type OwnFields = ResponseOf<typeof customFieldRoutes.list>

/** The fields that the organisation has added, with their groups; they change seldom and every file needs them. */
const ownFieldsQuery = { ...query(customFieldRoutes.list), staleTime: 5 * 60_000 }

const none: OwnFields = { groups: [], fields: [], removed: [], can: { manage: false } }

/** The organisation's own fields of a kind of customer, or of all, in their groups; none until read. */
export function useOwnFields(kind?: CustomField['kinds'][number]) {
  const { data = none, isSuccess: areRead } = useQuery(ownFieldsQuery)
  return useMemo(() => {
    const fields = kind === undefined ? data.fields : data.fields.filter(({ kinds }) => kinds.includes(kind))
    const groups = data.groups
      .map((group) => ({ ...group, fields: fields.filter(({ groupId }) => groupId === group.id) }))
      .filter((group) => group.fields.length > 0)
    return { fields, groups, areRead }
  }, [data, areRead, kind])
}

/** What something is called in the language of the reader, where an English name may be missing. */
export function useLabelOf(): (label: { fa: string; en: string | null }) => string {
  const { language } = useFormat()
  return (label) => (language === 'en' ? (label.en ?? label.fa) : label.fa)
}
