import { importRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Columns3, Download, Play } from 'lucide-react'
import { Link } from 'react-aria-components'
import { addressOf } from '../../../api/call.ts'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import type { Import } from '../import.types.ts'
import { isRunning } from '../ImportState.tsx'
import { AboutImport } from '../progress/AboutImport.tsx'
import { ImportActions } from '../progress/ImportActions.tsx'
import { useProgressWords } from '../progress/messages.ts'
import { Standstill } from '../progress/Standstill.tsx'
import { CustomerFigures } from './CustomerFigures.tsx'
import { useCustomerImportWords } from './messages.ts'
import { UndoImport } from './UndoImport.tsx'

/** How an import of customers goes: what a trial found, what was written, why it stands still, and taking it back. */
export function CustomersProgress({ one, onRemap }: { one: Import; onRemap: () => void }) {
  const words = useCustomerImportWords()
  const hasErrors = (one.customers?.refused ?? 0) + (one.customers?.ambiguous ?? 0) + (one.customers?.doubtful ?? 0) > 0
  return (
    <div className="grid grid-cols-1 items-start gap-gap lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-gap">
        {isRunning(one) && <Running one={one} />}
        <Standstill one={one} onRemap={onRemap} />
        {one.state === 'undone' && one.undone && <Undone undone={one.undone} />}
        {one.trial && !one.customers && <Trial one={one} onRemap={onRemap} />}
        {one.customers && (
          <CustomerFigures title={one.state === 'done' ? words.resultTitle : words.soFar} counts={one.customers}>
            {one.state === 'done' && (
              <Link href="/customers" className={buttonClass('primary')}>
                {words.seeCustomers}
              </Link>
            )}
            {hasErrors && <Errors importId={one.id} />}
            {one.can.undo && <UndoImport one={one} />}
          </CustomerFigures>
        )}
      </div>
      <AboutImport one={one} />
    </div>
  )
}

function Running({ one }: { one: Import }) {
  const words = useCustomerImportWords()
  const said = useProgressWords()
  const format = useFormat()
  const labels = { checking: words.checking, loading: words.loading, undoing: words.undoing } as const
  const state = one.state === 'checking' || one.state === 'undoing' ? one.state : 'loading'
  return (
    <Card>
      <div className="flex flex-col gap-5">
        <ProgressBar
          label={labels[state]}
          share={state === 'undoing' || one.progress === 1 ? null : one.progress}
          value={state === 'undoing' ? '' : said.rowsRead(format.number(one.rowsRead))}
        />
        <p className="text-small text-muted">{words.quiet}</p>
        <ImportActions one={one} />
      </div>
    </Card>
  )
}

/** The counts of a trial, and from there to the import itself. */
function Trial({ one, onRemap }: { one: Import; onRemap: () => void }) {
  const words = useCustomerImportWords()
  const client = useQueryClient()
  const start = useWrite(importRoutes.startCustomers, {
    onSuccess: (after) => client.setQueryData(query(importRoutes.show, { params: { importId: one.id } }).queryKey, after),
    onError: toastFailure,
  })
  const { trial, customerMapping: mapping } = one
  if (!trial || !mapping) return null
  const hasErrors = trial.refused + trial.ambiguous + trial.doubtful > 0
  return (
    <CustomerFigures title={words.trialTitle} text={words.trialText} counts={trial}>
      {one.can.start && (
        <>
          <Button
            variant="primary"
            icon={<Play size={16} className="turns" />}
            pending={start.isPending}
            onPress={() => start.mutate({ params: { importId: one.id }, body: { mapping, saveAs: one.mappingName, trial: false } })}
          >
            {words.start}
          </Button>
          <Button icon={<Columns3 size={16} />} onPress={onRemap}>
            {words.change}
          </Button>
        </>
      )}
      {hasErrors && <Errors importId={one.id} />}
      {one.can.discard && one.state === 'checked' && <ImportActions one={one} />}
    </CustomerFigures>
  )
}

function Errors({ importId }: { importId: string }) {
  const words = useCustomerImportWords()
  return (
    <a
      href={addressOf(importRoutes.errors, { params: { importId } })}
      download
      className={buttonClass('secondary')}
      title={words.errorsText}
    >
      <Download size={16} aria-hidden="true" />
      {words.errors}
    </a>
  )
}

function Undone({ undone }: { undone: NonNullable<Import['undone']> }) {
  const words = useCustomerImportWords()
  const format = useFormat()
  return (
    <Card title={words.undoneTitle}>
      <p className="text-muted">
        {words.undone(format.number(undone.removed), format.number(undone.restored), format.number(undone.kept))}
      </p>
    </Card>
  )
}
