import { formatPhone } from '@parvandeh/contract/persian'
import { useFormat } from '../../../persian/format.ts'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../places.ts'
import { useEvidenceWords } from './messages.ts'

interface KeptPoint {
  kind: string
  value: string
}

const isPoint = (value: unknown): value is KeptPoint => typeof value === 'object' && value !== null && 'value' in value && 'kind' in value

/** A value as it was kept, in words: places by their names, days by the reader's calendar. */
export function useValueText() {
  const format = useFormat()
  const places = usePlaces()
  const { genders, kinds } = useCustomerWords()
  const { emptied } = useEvidenceWords()
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined) return emptied
    if (isPoint(value)) return ['mobile', 'phone', 'fax'].includes(value.kind) ? formatPhone(value.value, format.language) : value.value
    const place = typeof value === 'number' ? value : undefined
    if (field === 'provinceId') return places.provinceName(place) ?? ''
    if (field === 'countyId') return places.countyName(place) ?? ''
    if (field === 'cityId') return places.cityName(place) ?? ''
    if (field === 'gender' && (value === 'female' || value === 'male')) return genders[value]
    if (field === 'kind' && (value === 'person' || value === 'organisation')) return kinds[value]
    if (field === 'birthDate' && typeof value === 'string') return format.day(value)
    return format.digits(typeof value === 'string' ? value : JSON.stringify(value))
  }
}
