import { ledgerRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Ban, Printer } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { SidePanel } from '../../../ui/Dialog.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { useSalesWords } from '../messages.ts'
import type { Account, EntryDetails } from '../sales.types.ts'
import { ChequePart } from './ChequePart.tsx'
import { InstalmentsPart } from './InstalmentsPart.tsx'
import { useEntryWords } from './messages.ts'
import { VoidDialog } from './VoidDialog.tsx'

interface PanelProps {
  account: Account
  customerId: string
  entryId: string
  onClose: () => void
}

/** One voucher with all its parts, and what may be done to it. */
export function EntryPanel({ account, customerId, entryId, onClose }: PanelProps) {
  const words = useEntryWords()
  const shared = useSalesWords()
  const format = useFormat()
  const { data, error, refetch } = useQuery(query(ledgerRoutes.show, { params: { customerId, entryId } }))
  const [isVoiding, setVoiding] = useState(false)
  const title = data ? `${shared.kinds[data.entry.kind]} ${format.digits(data.entry.number)}` : shared.ledger
  return (
    <SidePanel
      isOpen
      wide
      title={title}
      onOpenChange={(open) => !open && onClose()}
      renderActions={() => (
        <span data-print="no" className="flex flex-wrap gap-2">
          <Button icon={<Printer size={16} />} onPress={() => window.print()}>
            {words.print}
          </Button>
          {data?.entry.can.void && (
            <Button variant="danger" icon={<Ban size={16} />} onPress={() => setVoiding(true)}>
              {words.void}
            </Button>
          )}
        </span>
      )}
    >
      {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && <EntryParts details={data} account={account} />}
      {isVoiding && data && <VoidDialog entry={data.entry} onClose={() => setVoiding(false)} />}
    </SidePanel>
  )
}

/** What a voucher says: its facts, its lines, its instalments, the story of its cheque. */
export function EntryParts({ details, account }: { details: EntryDetails; account: Account }) {
  return (
    <div className="flex flex-col gap-5">
      <Facts details={details} />
      {details.lines.length > 0 && <Lines details={details} />}
      {details.entry.cheque && <ChequePart details={details} />}
      {details.entry.kind === 'invoice' && <InstalmentsPart details={details} account={account} />}
    </div>
  )
}

function Facts({ details: { entry } }: { details: EntryDetails }) {
  const words = useEntryWords()
  const { methods, voided } = useSalesWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const person = (id: string | null) => personName(id) ?? words.someone
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-3">
        <Bidi className="text-display font-semibold">{format.money(entry.amount)}</Bidi>
        {entry.voided && <Badge tone="danger">{voided}</Badge>}
      </p>
      {entry.voided && (
        <p className="text-small text-danger">
          {words.voidedBy(person(entry.voided.by), format.date(entry.voided.at))}
          {entry.voided.reason && <bdi> — {entry.voided.reason}</bdi>}
        </p>
      )}
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1">
        <Fact label={words.day}>{format.day(entry.day, 'long')}</Fact>
        {entry.dueDay && <Fact label={words.dueDay}>{format.day(entry.dueDay, 'long')}</Fact>}
        {entry.method && <Fact label={words.method}>{methods[entry.method]}</Fact>}
        {entry.reference && (
          <Fact label={words.reference}>
            <Bidi ltr>{format.digits(entry.reference)}</Bidi>
          </Fact>
        )}
        {entry.description && (
          <Fact label={words.description}>
            <bdi>{entry.description}</bdi>
          </Fact>
        )}
        <Fact label={words.recordedBy}>
          {person(entry.recordedBy)}
          <span className="text-muted">
            {' '}
            · {format.moment(entry.recordedAt)} · {words.sources[entry.source]}
          </span>
        </Fact>
      </dl>
    </div>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

function Lines({ details: { lines } }: { details: EntryDetails }) {
  const words = useEntryWords()
  const format = useFormat()
  const money = (rials: number) => (rials === 0 ? '—' : <Bidi>{format.money(rials)}</Bidi>)
  const heads = [words.lineTitle, words.quantity, words.unitPrice, words.discount, words.tax, words.total]
  return (
    <section>
      <h3 className="mb-1 font-semibold">{words.lines}</h3>
      <div className="overflow-x-auto" role="region" aria-label={words.lines} tabIndex={0}>
        <table className="w-full text-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="border-b border-line px-2 py-1 text-start text-small font-medium text-muted">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className="*:border-b *:border-line *:px-2 *:py-1.5 *:whitespace-nowrap">
                <td className="whitespace-normal!">
                  <bdi>{line.title}</bdi>
                </td>
                <td>{format.decimal(line.quantity, Number.isInteger(line.quantity) ? 0 : 3)}</td>
                <td>{money(line.unitPrice)}</td>
                <td>{money(line.discount)}</td>
                <td>{money(line.tax)}</td>
                <td className="font-medium">{money(line.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
