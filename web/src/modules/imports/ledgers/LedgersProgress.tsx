import { importRoutes, type LedgerCounts } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Columns3, Download, Play, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { addressOf } from '../../../api/call.ts'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import type { Import } from '../import.types.ts'
import { isRunning } from '../ImportState.tsx'
import { AboutImport } from '../progress/AboutImport.tsx'
import { ImportActions } from '../progress/ImportActions.tsx'
import { useProgressWords } from '../progress/messages.ts'
import { Standstill } from '../progress/Standstill.tsx'
import { useLedgerImportWords } from './messages.ts'

/** How an import of ledgers goes: what a trial found, what was entered, and taking it back. */
export function LedgersProgress({ one, onRemap }: { one: Import; onRemap: () => void }) {
  const words = useLedgerImportWords()
  const format = useFormat()
  return (
    <div className="grid grid-cols-1 items-start gap-gap lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-gap">
        {isRunning(one) && <Running one={one} />}
        <Standstill one={one} onRemap={onRemap} />
        {one.state === 'undone' && one.undone && (
          <Card>
            <p>{words.undone(format.number(one.undone.removed), format.number(one.undone.kept))}</p>
          </Card>
        )}
        {one.ledgerTrial && !one.ledgers && <Trial one={one} trial={one.ledgerTrial} onRemap={onRemap} />}
        {one.ledgers && (
          <Figures title={one.state === 'done' ? words.resultTitle : words.soFar} counts={one.ledgers}>
            <Errors one={one} counts={one.ledgers} />
            {one.can.undo && <Undo one={one} />}
          </Figures>
        )}
      </div>
      <AboutImport one={one} />
    </div>
  )
}

function Running({ one }: { one: Import }) {
  const words = useLedgerImportWords()
  const said = useProgressWords()
  const format = useFormat()
  const isUndoing = one.state === 'undoing'
  return (
    <Card>
      <div className="flex flex-col gap-5">
        <ProgressBar
          label={isUndoing ? words.undoing : words.running}
          share={isUndoing || one.progress === 1 ? null : one.progress}
          value={isUndoing ? '' : said.rowsRead(format.number(one.rowsRead))}
        />
        <ImportActions one={one} />
      </div>
    </Card>
  )
}

const names = ['entered', 'known', 'changed', 'unmatched', 'refused'] as const

function Figures({ title, counts, children }: { title: string; counts: LedgerCounts; children: ReactNode }) {
  const words = useLedgerImportWords()
  const format = useFormat()
  return (
    <Card title={title}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        {names.map((name) => (
          <div key={name}>
            <dt className="text-small text-muted">{words.counts[name]}</dt>
            <dd className="text-title font-semibold">{format.number(counts[name])}</dd>
          </div>
        ))}
        <div>
          <dt className="text-small text-muted">{words.debitSum}</dt>
          <dd className="font-medium">
            <Bidi>{format.money(counts.debit)}</Bidi>
          </dd>
        </div>
        <div>
          <dt className="text-small text-muted">{words.creditSum}</dt>
          <dd className="font-medium">
            <Bidi>{format.money(counts.credit)}</Bidi>
          </dd>
        </div>
      </dl>
      <div className="mt-4 flex flex-wrap gap-2">{children}</div>
    </Card>
  )
}

function Errors({ one, counts }: { one: Import; counts: LedgerCounts }) {
  const words = useLedgerImportWords()
  if (counts.refused + counts.unmatched + counts.changed === 0) return null
  return (
    <a href={addressOf(importRoutes.errors, { params: { importId: one.id } })} download className={buttonClass('secondary')}>
      <Download size={16} aria-hidden="true" />
      {words.errors}
    </a>
  )
}

function useShown(one: Import) {
  const client = useQueryClient()
  return (after: Import) => client.setQueryData(query(importRoutes.show, { params: { importId: one.id } }).queryKey, after)
}

function Trial({ one, trial, onRemap }: { one: Import; trial: LedgerCounts; onRemap: () => void }) {
  const words = useLedgerImportWords()
  const start = useWrite(importRoutes.startLedgers, { onSuccess: useShown(one), onError: toastFailure })
  const { ledgerMapping: mapping } = one
  return (
    <Figures title={words.trialTitle} counts={trial}>
      {one.can.start && mapping && (
        <Button
          variant="primary"
          icon={<Play size={16} className="turns" />}
          pending={start.isPending}
          onPress={() => start.mutate({ params: { importId: one.id }, body: { mapping, saveAs: one.mappingName, trial: false } })}
        >
          {words.start}
        </Button>
      )}
      {one.can.start && (
        <Button icon={<Columns3 size={16} />} onPress={onRemap}>
          {words.change}
        </Button>
      )}
      <Errors one={one} counts={trial} />
    </Figures>
  )
}

function Undo({ one }: { one: Import }) {
  const words = useLedgerImportWords()
  const [isAsking, setAsking] = useState(false)
  const shown = useShown(one)
  const undo = useWrite(importRoutes.undo, { onSuccess: (after) => (shown(after), setAsking(false)), onError: toastFailure })
  return (
    <>
      <Button icon={<Undo2 size={16} />} onPress={() => setAsking(true)}>
        {words.undo}
      </Button>
      {isAsking && (
        <ConfirmDialog
          isOpen
          danger
          title={words.undo}
          actionLabel={words.undo}
          pending={undo.isPending}
          onConfirm={() => undo.mutate({ params: { importId: one.id } })}
          onOpenChange={(open) => !open && setAsking(false)}
        >
          {words.undoText}
        </ConfirmDialog>
      )}
    </>
  )
}
