import { UserPlus, UserSearch } from 'lucide-react'
import { useMay } from '../../../api/session.ts'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { countFilters, type CustomerSearch } from './customer-search.ts'
import { NearCustomers } from '../search/NearCustomers.tsx'
import { useListWords } from './messages.ts'

/** No rows: either there are no files at all, or none fits what was asked. */
export function NoCustomers({ search, onClear }: { search: CustomerSearch; onClear: () => void }) {
  const words = useListWords()
  const may = useMay()
  const { q } = search
  const isNarrowed = q !== undefined || countFilters(search) > 0
  const create = may('customers.write') && (
    <Link to="/customers/new" search={q ? { q } : {}} className={buttonClass('primary', 'medium', 'text-on-accent! no-underline!')}>
      {q ? words.createNamed(q) : words.first}
    </Link>
  )
  if (!isNarrowed) {
    return (
      <EmptyState icon={<UserPlus size={22} />} title={words.emptyTitle} action={create}>
        {words.emptyText}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<UserSearch size={22} />}
      title={words.noneTitle}
      action={
        <>
          {create}
          <Button onPress={onClear}>{words.clearFilters}</Button>
        </>
      }
    >
      {words.noneText}
      {q !== undefined && <NearCustomers typed={q} />}
    </EmptyState>
  )
}
