import { customerRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { query } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Link } from '../../../ui/Link.tsx'
import { findCustomer } from './find-customer.ts'
import { useFormWords } from './messages.ts'

interface CustomerFieldProps {
  value: string | null
  onChange: (customerId: string | null) => void
  problem: string | undefined
}

const previous = <T,>(data: T) => data

/** Finds the customer by a part of the name, a code or the number that calls. */
export function CustomerField({ value, onChange, problem }: CustomerFieldProps) {
  const words = useFormWords()
  const language = useLanguage()
  const may = useMay()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['request-customer', sought, language],
    queryFn: ({ signal }) => findCustomer(sought, language, signal),
    enabled: sought.length >= 2,
    placeholderData: previous,
  })
  const chosen = useQuery({ ...query(customerRoutes.show, { params: { customerId: value ?? '' } }), enabled: value !== null })
  const name = chosen.data?.displayName
  return (
    <div className="flex flex-col gap-1">
      <ComboBox
        isRequired
        autoFocus={value === null}
        label={words.customer}
        placeholder={words.customerPlaceholder}
        options={sought.length >= 2 && sought !== name ? (found.data ?? []) : value && name ? [{ id: value, label: name }] : []}
        valueLabel={name}
        value={value}
        onChange={onChange}
        onSearch={setTyped}
        isPending={found.isFetching}
        emptyText={sought.length < 2 ? words.customerHint : undefined}
        problem={problem}
      />
      <p className="flex flex-wrap gap-x-4 text-small">
        {value && (
          <Link to="/customers/$customerId" params={{ customerId: value }}>
            {words.openFile}
          </Link>
        )}
        {!value && may('customers.write') && (
          <span className="text-muted">
            {words.notFound}{' '}
            <Link to="/customers/new" search={typed ? { q: typed } : {}} className="underline">
              {words.newCustomer}
            </Link>
          </span>
        )}
      </p>
    </div>
  )
}
