import { customerRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { query } from '../api/query.ts'

type Places = ResponseOf<typeof customerRoutes.places>

/** Provinces, counties and cities; read once, since they change by law only. */
export const placesQuery = { ...query(customerRoutes.places), staleTime: Number.POSITIVE_INFINITY }

const nowhere: Places = { provinces: [], counties: [], cities: [] }

/** The places of the country with their names by id; empty until read. */
export function usePlaces() {
  const { data = nowhere } = useQuery(placesQuery)
  return useMemo(() => {
    const names = (rows: readonly { id: number; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]))
    const [provinces, counties, cities] = [names(data.provinces), names(data.counties), names(data.cities)]
    const nameIn = (map: Map<number, string>) => (id: number | null | undefined) => (id == null ? undefined : map.get(id))
    return { ...data, provinceName: nameIn(provinces), countyName: nameIn(counties), cityName: nameIn(cities) }
  }, [data])
}
