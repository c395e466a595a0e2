import { Select } from '../../../ui/Select.tsx'
import { useListWords } from './messages.ts'
import type { RequestSearch } from './request-search.ts'

interface OrderProps {
  search: RequestSearch
  onChange: (change: RequestSearch) => void
}

/** In which order the list stands; on a phone there is no head to press. */
export function Order({ search, onChange }: OrderProps) {
  const words = useListWords()
  const orders = (['-reported', 'reported', '-updated', 'priority'] as const).map((id) => ({ id, label: words.orders[id] }))
  return (
    <Select
      hideLabel
      label={words.order}
      options={orders}
      value={search.sort ?? '-reported'}
      onChange={(sort) => onChange({ sort: sort === '-reported' ? undefined : sort })}
      className="w-48!"
    />
  )
}
