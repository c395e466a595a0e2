import type { ImportResult } from '@parvandeh/contract'
import { Link } from 'react-aria-components'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { buttonClass } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useProgressWords } from './messages.ts'

const shown = ['requests', 'events', 'employees', 'customers', 'products', 'notClosed'] as const

/** What an import brought, figure by figure, and where to look at it. */
export function ResultFigures({ result }: { result: ImportResult }) {
  const words = useProgressWords()
  const format = useFormat()
  const may = useMay()
  const isNothing = result.requests === 0 && result.events === 0
  return (
    <Card title={words.resultTitle}>
      {isNothing ? (
        <p className="text-muted">{words.nothingNew}</p>
      ) : (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3">
          {shown.map((name) => (
            <div key={name} className="flex min-w-0 flex-col-reverse">
              <dt className="text-small text-muted">
                {words.figures[name]}
                {name === 'customers' && result.customersWithRequests !== result.customers && (
                  <> · {words.withRequests(format.number(result.customersWithRequests))}</>
                )}
              </dt>
              <dd className="text-display font-semibold">{format.number(result[name])}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-2 border-t border-line pt-4">
        {may('service.read') && (
          <Link href="/requests?status=any" className={buttonClass('primary')}>
            {words.seeRequests}
          </Link>
        )}
        {may('kpi.read') && (
          <Link href="/kpi" className={buttonClass('secondary')}>
            {words.seeKpis}
          </Link>
        )}
        <span className="ms-auto text-small text-muted">{words.took(format.duration(result.seconds))}</span>
      </div>
    </Card>
  )
}
