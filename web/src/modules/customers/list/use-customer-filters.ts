import { useQuery } from '@tanstack/react-query'
import { useDirectory } from '../../../api/directory.ts'
import { useSession } from '../../../api/session.ts'
import type { Filter } from '../../../lists/filter.ts'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../../../places/places.ts'
import { useSegmentWords } from '../segments/messages.ts'
import type { CustomerSearch } from './customer-search.ts'
import { useListWords } from './messages.ts'
import { segmentsQuery } from './use-condition-source.ts'

const optionsOf = (rows: readonly { id: string | number; name: string }[]) => rows.map(({ id, name }) => ({ id: String(id), label: name }))

/** What the list is narrowed by: kind, responsible person, unit, province, segment and state of the file. */
export function useCustomerFilters(search: CustomerSearch, onChange: (change: CustomerSearch) => void): readonly Filter[] {
  const { fields } = useCustomerWords()
  const words = useListWords()
  const { units, activePeople } = useDirectory()
  const { provinces } = usePlaces()
  const me = useSession().person
  const segmentWords = useSegmentWords()
  const { data: kept } = useQuery(segmentsQuery)
  const narrow = (key: keyof CustomerSearch) => (value: string | null) => onChange({ [key]: value ?? undefined })
  return [
    {
      key: 'kind',
      label: fields.kind,
      options: [
        { id: 'person', label: words.onlyPersons },
        { id: 'organisation', label: words.onlyOrganisations },
      ],
      value: search.kind ?? null,
      onChange: narrow('kind'),
    },
    {
      key: 'ownerId',
      label: fields.ownerId,
      options: [...(me ? [{ id: me.id, label: words.myself }] : []), ...optionsOf(activePeople.filter(({ id }) => id !== me?.id))],
      value: search.ownerId ?? null,
      onChange: narrow('ownerId'),
    },
    { key: 'unitId', label: fields.unitId, options: optionsOf(units), value: search.unitId ?? null, onChange: narrow('unitId') },
    {
      key: 'provinceId',
      label: fields.provinceId,
      options: optionsOf(provinces),
      value: search.provinceId === undefined ? null : String(search.provinceId),
      onChange: (id) => onChange({ provinceId: id === null ? undefined : Number(id) }),
    },
    {
      key: 'segmentId',
      label: segmentWords.filter,
      options: optionsOf(kept?.segments ?? []),
      value: search.segmentId ?? null,
      onChange: narrow('segmentId'),
    },
    {
      key: 'provisional',
      label: words.state,
      options: [
        { id: 'true', label: words.onlyProvisional },
        { id: 'false', label: words.onlyComplete },
      ],
      value: search.provisional ?? null,
      onChange: narrow('provisional'),
    },
  ]
}
