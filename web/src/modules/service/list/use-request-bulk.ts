import { type CallOf, priorities, outcomes, requestBulkRoutes } from '@parvandeh/contract'
import { Archive, CheckCheck, Flag, Package, Share2, Tag, UserPlus } from 'lucide-react'
import { call } from '../../../api/call.ts'
import { useDirectory } from '../../../api/directory.ts'
import type { BulkPlan } from '../../../lists/bulk.types.ts'
import { useCatalogue } from '../catalogue.ts'
import { useServiceWords } from '../messages.ts'
import type { RequestRow } from '../request.types.ts'
import { useListWords } from './messages.ts'
import { filtersOf, type RequestSearch } from './request-search.ts'

type Asked = NonNullable<CallOf<typeof requestBulkRoutes.preview>['body']>
type Change = Asked['change']

/** One verb of the list as the contract has it. */
function changeOf(verb: string, value: string | null): Change {
  const chosen = value as never
  if (verb === 'holder') return { act: 'assign', personId: chosen, note: '' }
  if (verb === 'unit') return { act: 'refer', unitId: chosen, note: '' }
  if (verb === 'resolve') return { act: 'resolve', outcome: chosen, note: '' }
  if (verb === 'close') return { act: 'close', note: '' }
  return { act: 'edit', [verb]: chosen }
}

/** What can be done to many requests at once. */
export function useRequestBulk(search: RequestSearch): BulkPlan<RequestRow> {
  const words = useListWords()
  const service = useServiceWords()
  const { units, activePeople, personName, unitName } = useDirectory()
  const { topicOptions, productOptions, topicName, productName } = useCatalogue()
  const named = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ id, label: name }))
  const said: Record<string, (id: string) => string | undefined> = {
    priority: (id) => service.priorities[id as keyof typeof service.priorities],
    status: (id) => service.statuses[id as keyof typeof service.statuses],
    outcome: (id) => service.outcomes[id as keyof typeof service.outcomes],
    topicId: topicName,
    productId: productName,
    holderId: personName,
    unitId: unitName,
  }
  return {
    noun: 'requests',
    verbs: [
      { key: 'holder', label: words.bulk.assign, icon: UserPlus, options: named(activePeople) },
      {
        key: 'priority',
        label: service.priority,
        icon: Flag,
        options: priorities.toReversed().map((id) => ({ id, label: service.priorities[id] })),
      },
      { key: 'topicId', label: service.topic, icon: Tag, options: topicOptions, none: service.noTopic },
      { key: 'productId', label: service.product, icon: Package, options: productOptions, none: service.noProduct },
      { key: 'unit', label: words.bulk.refer, icon: Share2, options: named(units) },
      {
        key: 'resolve',
        label: words.bulk.resolve,
        icon: CheckCheck,
        options: outcomes.filter((id) => id !== 'duplicate').map((id) => ({ id, label: service.outcomes[id] })),
      },
      { key: 'close', label: words.bulk.close, icon: Archive },
    ],
    begin: (verb, value, picked) => {
      const ids = picked === 'all' ? [] : picked.map(({ customerId, id }) => ({ customerId, requestId: id }))
      const asked: Asked = { which: picked === 'all' ? { filters: filtersOf(search) } : { ids }, change: changeOf(verb, value) }
      return {
        preview: () => call(requestBulkRoutes.preview, { body: asked }),
        apply: (id) => call(requestBulkRoutes.apply, { body: { ...asked, id } }),
      }
    },
    fieldSaid: (field) => ({ ...words.bulk.fields })[field] ?? field,
    valueSaid: (field, value) => (value === null ? words.bulk.nothing : (said[field]?.(String(value)) ?? String(value))),
  }
}
