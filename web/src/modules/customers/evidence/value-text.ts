import { formatPhone } from '@parvandeh/contract/persian'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../../../places/places.ts'
import { useEvidenceWords } from './messages.ts'

/** A tag, an account or a relation as its provenance keeps it. */
interface KeptBeside {
  tag?: string
  tagEn?: string | null
  account?: 'sheba' | 'card'
  last?: string
  holder?: string | null
  relation?: string
  relationEn?: string
  role?: string | null
  startedOn?: string | null
  endedOn?: string | null
  note?: string | null
}

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
  const { emptied, accounts, since, endedOn } = useEvidenceWords()
  const { personName } = useDirectory()
  const besideText = (kept: KeptBeside): string => {
    const inWords = (fa: string | undefined, en: string | null | undefined) => (format.language === 'en' ? (en ?? fa) : fa)
    return [
      inWords(kept.tag, kept.tagEn),
      kept.account && accounts[kept.account](format.digits(kept.last ?? '')),
      inWords(kept.relation, kept.relationEn),
      kept.holder,
      kept.role,
      kept.startedOn && since(format.day(kept.startedOn)),
      kept.endedOn && endedOn(format.day(kept.endedOn)),
      kept.note,
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined) return emptied
    if (/^(tags|accounts|relations)\./u.test(field)) return besideText(value as KeptBeside)
    if (field === 'business.marketerId') return personName(value as string) ?? ''
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
