import { customerRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { cityOptions, countyOptions, provinceOptions } from '../../../places/place-options.ts'
import { PlaceField } from '../../../places/PlaceField.tsx'
import { usePlaces } from '../../../places/places.ts'
import type { FieldWords } from '../../../ui/Field.tsx'
import { useCollectionWords } from '../messages.ts'

interface PlaceAnswerProps extends FieldWords {
  /** `provinceId`, `countyId` or `cityId`. */
  field: string
  customerId: string
  value: number | null
  onChange: (placeId: number | null) => void
}

/** A province, county or city, among those within what the file says already, as in its form. */
export function PlaceAnswer({ field, customerId, value, onChange, ...rest }: PlaceAnswerProps) {
  const words = useCollectionWords()
  const places = usePlaces()
  const { data: file } = useQuery(query(customerRoutes.show, { params: { customerId } }))
  const { provinceId = null, countyId = null } = file ?? {}
  const shared = { ...rest, placeholder: words.typeName, chosen: value, onChange }
  if (field === 'provinceId')
    return <PlaceField {...shared} chosenName={places.provinceName(value)} optionsFor={(typed) => provinceOptions(places, typed)} />
  if (field === 'countyId')
    return (
      <PlaceField {...shared} chosenName={places.countyName(value)} optionsFor={(typed) => countyOptions(places, { provinceId }, typed)} />
    )
  return (
    <PlaceField
      {...shared}
      chosenName={places.cityName(value)}
      optionsFor={(typed) => cityOptions(places, { provinceId, countyId }, typed)}
    />
  )
}
