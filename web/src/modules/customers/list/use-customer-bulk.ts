import { type CallOf, customerBulkRoutes } from '@parvandeh/contract'
import { MapPin, UserCheck, UserRound, UsersRound } from 'lucide-react'
import { call } from '../../../api/call.ts'
import { useDirectory } from '../../../api/directory.ts'
import { withoutParts } from '../../../lists/list-search.ts'
import type { BulkPlan } from '../../../lists/bulk.types.ts'
import { useCustomerWords } from '../messages.ts'
import { useFileVerbs } from '../leaving/use-file-verbs.ts'
import { useLeavingWords } from '../leaving/messages.ts'
import { usePlaces } from '../../../places/places.ts'
import type { CustomerRow } from './customer-row.types.ts'
import type { CustomerSearch } from './customer-search.ts'
import { useListWords } from './messages.ts'
import { useSegmentBulk } from './use-segment-bulk.ts'

type Asked = NonNullable<CallOf<typeof customerBulkRoutes.preview>['body']>

/** What can be set alike on many files. */
export function useCustomerBulk(search: CustomerSearch, onNewSegment: (picked: readonly string[] | 'all') => void): BulkPlan<CustomerRow> {
  const segments = useSegmentBulk(search, onNewSegment)
  const words = useListWords()
  const leaving = useLeavingWords()
  const more = useFileVerbs()
  const { fields } = useCustomerWords()
  const { units, activePeople, personName, unitName } = useDirectory()
  const { provinces } = usePlaces()
  const named = (rows: readonly { id: string | number; name: string }[]) => rows.map(({ id, name }) => ({ id: String(id), label: name }))
  const said: Record<string, (value: string) => string | undefined> = {
    ownerId: personName,
    unitId: unitName,
    provinceId: (id) => provinces.find((province) => String(province.id) === id)?.name,
    provisional: (value) => (value === 'true' ? words.onlyProvisional : words.onlyComplete),
  }
  const changeOf = (verb: string, value: string | null): Asked['change'] =>
    more.changeOf(verb, value) ??
    (verb === 'provinceId' ? { provinceId: Number(value) } : verb === 'provisional' ? { provisional: value === 'true' } : { [verb]: value })
  return {
    noun: 'customers',
    verbs: [
      ...segments.verbs,
      { key: 'ownerId', label: fields.ownerId, icon: UserRound, options: named(activePeople), none: words.noOwner },
      { key: 'unitId', label: fields.unitId, icon: UsersRound, options: named(units), none: words.noUnit },
      { key: 'provinceId', label: fields.provinceId, icon: MapPin, options: named(provinces) },
      {
        key: 'provisional',
        label: words.state,
        icon: UserCheck,
        options: [
          { id: 'false', label: words.onlyComplete },
          { id: 'true', label: words.onlyProvisional },
        ],
      },
      ...more.verbs,
    ],
    run: segments.run,
    begin: (verb, value, picked) => {
      const which = picked === 'all' ? { filters: withoutParts(search) } : { ids: picked.map(({ customerId }) => customerId) }
      const asked: Asked = { which, change: changeOf(verb, value) }
      return {
        preview: () => call(customerBulkRoutes.preview, { body: asked }),
        apply: (id) => call(customerBulkRoutes.apply, { body: { ...asked, id } }),
      }
    },
    fieldSaid: (field) => ({ ...fields, ...leaving.fieldsOfBulk, provisional: words.state })[field as 'ownerId'] ?? field,
    valueSaid: (field, value) =>
      value === null
        ? words.nothing
        : field === 'removed'
          ? leaving[value ? 'yes' : 'no']
          : (said[field]?.(String(value)) ?? String(value)),
  }
}
