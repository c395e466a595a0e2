import { useNavigate, useSearch } from '@tanstack/react-router'
import { PeriodField } from './PeriodField.tsx'
import { type Period, readPeriod } from './periods.ts'

interface AddressPeriodProps {
  label: string
  /** The name under which it stands in the address. */
  name?: string
  /** The period where the address has none. */
  otherwise: Period
  className?: string
}

/** A period that keeps itself in the address of the page: a link says it, «back» goes back to it, a saved view holds it. */
export function AddressPeriod({ label, name = 'period', otherwise, className }: AddressPeriodProps) {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = (period: Period) =>
    void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, [name]: period }), replace: true } as never)
  return (
    <PeriodField
      label={label}
      value={readPeriod(search[name], otherwise)}
      onChange={change}
      {...(className === undefined ? {} : { className })}
    />
  )
}
