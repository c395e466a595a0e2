import { requestRoutes } from '@parvandeh/contract'
import { Paperclip, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useMay, useSession } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { problemOfMoment } from '../moment.rules.ts'
import type { RequestView } from '../request.types.ts'
import { ComposeDetails } from './ComposeDetails.tsx'
import { type Composed, type ComposeTab, interactionOf, isWritten, likelyChannel, nothingComposed } from './compose.rules.ts'
import { useRequestWords } from './messages.ts'
import { keyOf, useLastingAct } from './use-act.ts'
import { useAttachments } from './use-attachments.ts'

const sendKeys = 'Ctrl+Enter'
const answerHash = '#answer'

/** Where what comes next is written: an answer, a note, a call, a visit, or what the customer sent. */
export function Composer({ request }: { request: RequestView }) {
  const words = useRequestWords()
  const box = useRef<HTMLDivElement>(null)
  const composer = useComposer(request)
  const { sheet, set, tabs, isAsked, isPending, failure, submit } = composer
  const said = useSaid(sheet.tab)
  const write = () => {
    if (tabs.includes('answer')) set({ tab: 'answer' })
    box.current?.querySelector('textarea')?.focus()
  }
  useShortcut({ code: 'KeyR', keys: 'R', label: words.answerKey, run: write })
  useEffect(() => {
    // The list leads here with R: what is to be written is an answer.
    if (location.hash === answerHash) write()
    // Once, on arrival.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  if (tabs.length === 0) return null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
  }
  return (
    <div ref={box} data-print="no" className="flex flex-col gap-3 border-t border-line bg-sunken px-4 py-3.5">
      <Segmented
        className="self-start max-sm:w-full"
        label={words.compose}
        options={tabs.map((id) => ({ id, label: words.tabs[id] }))}
        value={sheet.tab}
        onChange={(tab) => set({ tab })}
      />
      {failure && <FormFailure failure={failure} />}
      <TextArea
        hideLabel
        label={said.label}
        placeholder={said.prompt}
        value={sheet.body}
        onChange={(body) => set({ body })}
        onKeyDown={onKeyDown}
        problem={isAsked && !isWritten(sheet) ? words.neededBody : undefined}
      />
      <ComposeDetails sheet={sheet} onChange={set} isAsked={isAsked} />
      <Attached sheet={sheet} onChange={set} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button variant="primary" pending={isPending} onPress={submit}>
          {said.send}
        </Button>
        <AttachButton customerId={request.customerId} onArrived={composer.addDocument} />
        <span className="ms-auto max-md:hidden">
          <Kbd keys={sendKeys} />
        </span>
      </div>
      {sheet.tab === 'answer' && <p className="text-small text-muted">{words.answerHint}</p>}
    </div>
  )
}

function useSaid(tab: ComposeTab) {
  const words = useRequestWords()
  return {
    answer: { label: words.answerLabel, prompt: words.answerPlaceholder, send: words.sendAnswer },
    note: { label: words.noteLabel, prompt: words.notePrompt, send: words.sendNote },
    call: { label: words.callLabel, prompt: words.callPrompt, send: words.sendCall },
    visit: { label: words.visitLabel, prompt: words.visitPrompt, send: words.sendVisit },
    received: { label: words.receivedLabel, prompt: words.receivedPrompt, send: words.sendReceived },
  }[tab]
}

/** The sheet being written, its draft, and recording it. */
function useComposer(request: RequestView) {
  const words = useRequestWords()
  const { digits, zone } = useFormat()
  const tabs: ComposeTab[] = [
    ...(request.can.answer ? (['answer'] as const) : []),
    ...(request.can.logInteraction ? (['note', 'call', 'visit', 'received'] as const) : []),
  ]
  const empty = (tab: ComposeTab) => nothingComposed(tab, likelyChannel(request))
  const { found, keep } = useDraft<Composed>(`request.${request.id}.${useSession().person?.id ?? ''}`)
  const [kept, setSheet] = useState<Composed>(() => found ?? empty('answer'))
  const [isAsked, setAsked] = useState(false)
  const [first = 'note'] = tabs
  const sheet = tabs.includes(kept.tab) ? kept : { ...kept, tab: first }
  const isEmpty = kept.body === '' && kept.documents.length === 0
  useEffect(() => keep(isEmpty ? null : kept), [keep, isEmpty, kept])
  const onDone = () => {
    setSheet(empty(sheet.tab))
    setAsked(false)
  }
  const label = () => `${words.tabs[sheet.tab]} ${digits(request.number)}: ${sheet.body.trim().slice(0, 60)}`
  const answer = useLastingAct(requestRoutes.answer, { label, onDone })
  const log = useLastingAct(requestRoutes.logInteraction, { label, onDone })
  const isPending = answer.isPending || log.isPending
  const submit = () => {
    setAsked(true)
    if (isPending || !isWritten(sheet) || problemOfMoment(sheet.at, zone, new Date()) !== undefined) return
    const params = keyOf(request)
    const { body, channel, documents } = sheet
    if (sheet.tab === 'answer') answer.mutate({ params, body: { body, channel, documentIds: documents.map(({ id }) => id) } })
    else log.mutate({ params, body: interactionOf(sheet, zone, new Date()) })
  }
  return {
    sheet,
    tabs,
    isAsked,
    isPending,
    submit,
    failure: sheet.tab === 'answer' ? answer.error : log.error,
    set: (change: Partial<Composed>) => setSheet((before) => ({ ...before, ...change })),
    addDocument: (document: Composed['documents'][number]) =>
      setSheet((before) => ({ ...before, documents: [...before.documents, document] })),
  }
}

function Attached({ sheet: { documents }, onChange }: { sheet: Composed; onChange: (change: Partial<Composed>) => void }) {
  const words = useRequestWords()
  if (documents.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5">
      {documents.map(({ id, name }) => (
        <li key={id} className="flex items-center">
          <Badge>
            <bdi>{name}</bdi>
          </Badge>
          <IconButton
            size="small"
            label={words.removeDocument(name)}
            icon={<X size={14} />}
            onPress={() => onChange({ documents: documents.filter((one) => one.id !== id) })}
          />
        </li>
      ))}
    </ul>
  )
}

function AttachButton({ customerId, onArrived }: { customerId: string; onArrived: (document: Composed['documents'][number]) => void }) {
  const words = useRequestWords()
  const may = useMay()
  const { sending, send } = useAttachments(customerId, onArrived)
  if (!may('documents.write')) return null
  return (
    <>
      <FileTrigger allowsMultiple onSelect={(files) => files && send([...files])}>
        <Button variant="quiet" pending={sending !== null} icon={<Paperclip size={16} />}>
          {words.attach}
        </Button>
      </FileTrigger>
      {sending && (
        <span role="status" className="text-small text-muted">
          {words.attaching(sending)}
        </span>
      )}
    </>
  )
}
