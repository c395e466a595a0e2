import { peopleRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { query } from './query.ts'

type Directory = ResponseOf<typeof peopleRoutes.directory>

/** Names of colleagues and units; they change seldom and every page needs them. */
export const directoryQuery = { ...query(peopleRoutes.directory), staleTime: 5 * 60_000 }

const nobody: Directory = { people: [], units: [], branches: [] }

/** Colleagues and units, with their names by id; empty until read, and for those who may not read them. */
export function useDirectory() {
  const { data = nobody } = useQuery(directoryQuery)
  return useMemo(() => {
    const people = new Map(data.people.map(({ id, name }) => [id, name]))
    const units = new Map(data.units.map(({ id, name }) => [id, name]))
    return {
      ...data,
      personName: (id: string | null) => (id === null ? undefined : people.get(id)),
      unitName: (id: string | null) => (id === null ? undefined : units.get(id)),
      /** Those who still work here, to choose among. */
      activePeople: data.people.filter(({ active }) => active),
    }
  }, [data])
}
