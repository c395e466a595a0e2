import { priorities, requestStatuses } from '@parvandeh/contract'
import { useDirectory } from '../../../api/directory.ts'
import { useSession } from '../../../api/session.ts'
import type { Filter } from '../../../lists/filter.ts'
import { useCatalogue } from '../catalogue.ts'
import { useServiceWords } from '../messages.ts'
import { useListWords } from './messages.ts'
import type { RequestSearch } from './request-search.ts'

const named = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ id, label: name }))

/** What the list is narrowed by: state, priority, unit, holder, topic and product. */
export function useRequestFilters(search: RequestSearch, onChange: (change: RequestSearch) => void): readonly Filter[] {
  const words = useListWords()
  const service = useServiceWords()
  const { units, activePeople } = useDirectory()
  const { topicOptions, productOptions } = useCatalogue()
  const me = useSession().person
  const { status = 'unfinished' } = search
  const holders = [
    ...(me ? [{ id: me.id, label: words.mine }] : []),
    { id: 'nobody', label: service.nobody },
    ...named(activePeople.filter(({ id }) => id !== me?.id)),
  ]
  const narrow = (key: keyof RequestSearch) => (value: string | null) => onChange({ [key]: value ?? undefined })
  return [
    {
      key: 'status',
      label: service.status,
      options: [{ id: 'unfinished', label: words.unfinished }, ...requestStatuses.map((id) => ({ id, label: service.statuses[id] }))],
      value: status === 'any' ? null : status,
      onChange: (value) => onChange({ status: value === 'unfinished' ? undefined : ((value ?? 'any') as RequestSearch['status']) }),
    },
    {
      key: 'priority',
      label: service.priority,
      options: priorities.toReversed().map((id) => ({ id, label: service.priorities[id] })),
      value: search.priority ?? null,
      onChange: narrow('priority'),
    },
    { key: 'holderId', label: service.holder, options: holders, value: search.holderId ?? null, onChange: narrow('holderId') },
    { key: 'unitId', label: service.unit, options: named(units), value: search.unitId ?? null, onChange: narrow('unitId') },
    { key: 'topicId', label: service.topic, options: topicOptions, value: search.topicId ?? null, onChange: narrow('topicId') },
    { key: 'productId', label: service.product, options: productOptions, value: search.productId ?? null, onChange: narrow('productId') },
  ]
}
