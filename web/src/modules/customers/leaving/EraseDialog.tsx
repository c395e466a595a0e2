import { erasureBases, type ErasureBasis, erasureRoutes } from '@parvandeh/contract'
import { toAsciiDigits } from '@parvandeh/contract/persian'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { LeavingFile } from './leaving.types.ts'
import { useLeavingWords } from './messages.ts'
import { useListsAnew } from './stale-lists.ts'

/** Asks that a person be erased: on what ground, when, and with the code of the file typed again. */
export function EraseDialog({ file, onClose }: { file: Omit<LeavingFile, 'version'>; onClose: () => void }) {
  const words = useLeavingWords()
  const format = useFormat()
  const navigate = useNavigate()
  const anew = useListsAnew()
  const [asked, setAsked] = useState<AskedErasure>({ basis: 'asked-by-person', reference: '', timing: 'waits' })
  const { basis, reference, timing } = asked
  const [code, setCode] = useState('')
  const [despite, setDespite] = useState(false)
  const ask = useWrite(erasureRoutes.ask, {
    onSuccess: () => {
      onClose()
      anew()
      toast({ text: timing === 'at-once' ? words.eraseBegun : words.eraseAsked })
      void navigate({ to: '/customers/erasures' })
    },
  })
  const isReady = reference.trim() !== '' && toAsciiDigits(code.trim()) === file.code
  const hasOpenWork = ask.error?.code === 'file-has-open-work'
  const send = () =>
    ask.mutate({
      params: { customerId: file.customerId },
      body: { code: code.trim(), basis, reference: reference.trim(), atOnce: timing === 'at-once', despiteOpenWork: despite },
    })
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={words.eraseTitle(file.displayName)}
      onOpenChange={(open) => !open && onClose()}
      renderActions={(close) => (
        <>
          <Button variant="danger" pending={ask.isPending} isDisabled={!isReady} onPress={send}>
            {words.eraseAction}
          </Button>
          <Button onPress={close}>{words.cancel}</Button>
        </>
      )}
    >
      <div className="flex flex-col gap-4">
        {ask.error && <FormFailure failure={ask.error} />}
        <WhatGoes />
        <Asked asked={asked} onChange={(change) => setAsked({ ...asked, ...change })} />
        {(hasOpenWork || despite) && (
          <Checkbox isSelected={despite} onChange={setDespite} hint={words.despiteHint}>
            {words.despiteOpenWork}
          </Checkbox>
        )}
        <TextField isRequired ltr label={words.code(format.digits(file.code))} value={code} onChange={setCode} />
      </div>
    </Dialog>
  )
}

/** What goes, and what stays all the same. */
function WhatGoes() {
  const words = useLeavingWords()
  return (
    <>
      <p className="text-pretty">{words.eraseText}</p>
      <section className="rounded-control bg-hover px-4 py-3">
        <h3 className="text-small font-medium">{words.stays}</h3>
        <p className="text-small text-pretty text-muted">{words.staysText}</p>
      </section>
    </>
  )
}

interface AskedErasure {
  basis: ErasureBasis
  reference: string
  timing: 'waits' | 'at-once'
}

/** The ground, what it rests on, and when. */
function Asked({ asked, onChange }: { asked: AskedErasure; onChange: (change: Partial<AskedErasure>) => void }) {
  const words = useLeavingWords()
  return (
    <>
      <RadioGroup
        label={words.basis}
        value={asked.basis}
        onChange={(basis) => onChange({ basis })}
        options={erasureBases.map((id) => ({ id, label: words.bases[id] }))}
      />
      <TextField
        isRequired
        maxLength={200}
        label={words.reference}
        hint={words.referenceHint}
        value={asked.reference}
        onChange={(reference) => onChange({ reference })}
      />
      <RadioGroup
        label={words.when}
        orientation="horizontal"
        value={asked.timing}
        onChange={(timing) => onChange({ timing })}
        options={[
          { id: 'waits', label: words.waits, hint: words.waitsHint },
          { id: 'at-once', label: words.atOnce, hint: words.atOnceHint },
        ]}
      />
    </>
  )
}
