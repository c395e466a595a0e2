import { customerRoutes } from '@parvandeh/contract'
import { digitsFor } from '@parvandeh/contract/persian'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { useLanguage } from '../../../i18n/language.tsx'

const fewestLetters = 2

/** Files that fit what is typed, but for one, to choose among. */
export function useFileOptions(exceptId: string) {
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const sought = typed.trim()
  const isEnough = sought.length >= fewestLetters
  const found = useQuery({
    queryKey: ['relation-file', sought],
    queryFn: ({ signal }) => call(customerRoutes.search, { query: { q: sought, limit: 12 } }, signal),
    enabled: isEnough,
    placeholderData: keepPreviousData,
  })
  const rows = isEnough ? (found.data?.rows ?? []).filter((row) => row.customerId !== exceptId) : []
  return {
    rows,
    options: rows.map((row) => ({ id: row.customerId, label: row.displayName, hint: digitsFor(language, row.code) })),
    isPending: found.isFetching,
    isEnough,
    onSearch: setTyped,
  }
}
