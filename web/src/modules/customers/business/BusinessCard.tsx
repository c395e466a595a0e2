import { businessRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Lock, Plus } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { AccountDialog } from './AccountDialog.tsx'
import { AccountLine } from './AccountLine.tsx'
import { OriginMark } from '../evidence/OriginMark.tsx'
import type { Business } from './business.ts'
import { BusinessDialog } from './BusinessDialog.tsx'
import { useBusinessWords } from './messages.ts'

/** By whom the customer came, and their bank accounts. */
export function BusinessCard({ customerId }: { customerId: string }) {
  const shown = useQuery(query(businessRoutes.show, { params: { customerId } }))
  return <BusinessPart customerId={customerId} business={shown.data} failure={shown.error} onRetry={() => void shown.refetch()} />
}

interface BusinessPartProps {
  customerId: string
  business: Business | undefined
  failure?: { title: string; detail?: string | undefined } | null
  onRetry?: () => void
}

/** The card in each of its states. */
export function BusinessPart({ customerId, business, failure, onRetry }: BusinessPartProps) {
  const words = useBusinessWords()
  const [open, setOpen] = useState<'facts' | 'account' | null>(null)
  const { personName } = useDirectory()
  const [hidesFacts, hidesAccounts] = [business?.withheld.includes('business'), business?.withheld.includes('accounts')]
  const fact = (field: string, name: string, text: string | null | undefined) => (
    <span className="inline-flex items-center gap-1.5">
      <bdi>{text ?? words.nobody}</bdi>
      <OriginMark field={`business.${field}`} name={name} mayEdit={business?.can.edit ?? false} />
    </span>
  )
  return (
    <Card
      title={words.title}
      actions={
        business?.can.edit && (
          <>
            {!hidesFacts && (
              <Button size="small" variant="quiet" onPress={() => setOpen('facts')}>
                {words.edit}
              </Button>
            )}
            {!hidesAccounts && (
              <Button size="small" variant="quiet" icon={<Plus size={15} />} onPress={() => setOpen('account')}>
                {words.addAccount}
              </Button>
            )}
          </>
        )
      }
    >
      {failure && <ErrorState failure={failure} onRetry={onRetry} />}
      {!business && !failure && <SkeletonLines lines={3} />}
      {business && (
        <div className="flex flex-col gap-3">
          {!hidesFacts && (
            <Facts
              columns={2}
              facts={[
                { term: words.marketer, value: fact('marketerId', words.marketer, personName(business.marketerId)) },
                { term: words.referrer, value: fact('referrer', words.referrer, business.referrer) },
              ]}
            />
          )}
          <section>
            <h3 className="mb-1 border-b border-line pb-0.5 text-caption font-medium text-faint">{words.accounts}</h3>
            <Accounts customerId={customerId} business={business} />
          </section>
        </div>
      )}
      {open === 'facts' && business && <BusinessDialog customerId={customerId} business={business} onClose={() => setOpen(null)} />}
      {open === 'account' && <AccountDialog customerId={customerId} account={null} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function Accounts({ customerId, business }: { customerId: string; business: Business }) {
  const words = useBusinessWords()
  if (business.withheld.includes('accounts'))
    return (
      <p className="flex items-center gap-2 text-small text-muted">
        <Lock size={15} aria-hidden="true" className="shrink-0" />
        {words.withheld}
      </p>
    )
  if (business.accounts.length === 0) return <p className="text-muted">{words.noAccounts}</p>
  return (
    <ul className="-mx-2 flex flex-col gap-0.5">
      {business.accounts.map((account) => (
        <AccountLine key={account.id} customerId={customerId} account={account} mayEdit={business.can.edit} />
      ))}
    </ul>
  )
}
