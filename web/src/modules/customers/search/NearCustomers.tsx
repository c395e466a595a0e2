import { useQuery } from '@tanstack/react-query'
import { Link } from '../../../ui/Link.tsx'
import { findNearCustomers } from './find-customers.ts'
import { useSearchWords } from './messages.ts'

const fewestLetters = 3

/** Customers that may have been meant, where the search found none. */
export function NearCustomers({ typed }: { typed: string }) {
  const words = useSearchWords()
  const { data } = useQuery({
    queryKey: ['near-customers', typed],
    queryFn: ({ signal }) => findNearCustomers(typed, signal),
    enabled: typed.trim().length >= fewestLetters,
  })
  if (!data || data.length === 0) return null
  return (
    <div className="mt-3 rounded-card border border-line bg-surface px-4 py-2.5 text-start">
      <p className="pb-1 text-small text-muted">{words.near}</p>
      <ul>
        {data.map(({ id, label, hint }) => (
          <li key={id} className="flex min-w-0 items-baseline gap-3 py-0.5">
            <Link to="/customers/$customerId" params={{ customerId: id }} className="min-w-0 truncate">
              <bdi>{label}</bdi>
            </Link>
            <bdi className="shrink-0 text-small text-faint">{hint}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
