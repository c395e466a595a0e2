import { consistencyRoutes } from '@parvandeh/contract'
import { useNavigate } from '@tanstack/react-router'
import { Check, EyeOff, Pencil, Scale, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useEvidenceWords } from './messages.ts'
import { useRefreshFile } from './refresh-file.ts'
import { type Contradiction, EvidenceOf, SidesOf, useSideText } from './SidesOf.tsx'

const tones: Record<Contradiction['severity'], Tone> = { low: 'neutral', medium: 'caution', high: 'danger' }

/** A contradiction with both its sides, what is behind it, and what can be done about it. `onFile`: the page says whose it is. */
export function ContradictionItem({ one, onFile = false }: { one: Contradiction; onFile?: boolean }) {
  const words = useEvidenceWords()
  const format = useFormat()
  const { name, question } = useRuleWords(one.rule)
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Scale size={16} aria-hidden="true" className="shrink-0 text-muted" />
        {!onFile && (
          <Link to="/customers/$customerId" params={{ customerId: one.customerId }} className="font-medium">
            <bdi>{one.customerName}</bdi>
          </Link>
        )}
        <span className={onFile ? 'font-medium' : 'text-muted'}>{name}</span>
        <Badge tone={tones[one.severity]}>{words.severities[one.severity]}</Badge>
        <span className="ms-auto text-caption text-faint">{format.relative(one.openedAt)}</span>
      </div>
      {question && <p className="text-small text-muted">{question}</p>}
      <SidesOf one={one} />
      <EvidenceOf one={one} />
      {one.state === 'open' ? one.can.settle && <Settle one={one} /> : <Settled one={one} />}
    </li>
  )
}

export function useRuleWords({ builtIn, name, question }: Pick<Contradiction['rule'], 'builtIn' | 'name' | 'question'>) {
  const words = useEvidenceWords()
  return builtIn === null ? { name, question } : words.builtIn[builtIn]
}

function useSettle(one: Contradiction) {
  const words = useEvidenceWords()
  const refresh = useRefreshFile(one.customerId)
  const settle = useWrite(consistencyRoutes.settle, { onError: toastFailure })
  const params = { customerId: one.customerId, contradictionId: one.id }
  const reopen = (version: number) => settle.mutate({ params, body: { decision: 'reopen', version } }, { onSuccess: refresh })
  const decide = (decision: 'correct' | 'keep' | 'dismiss', reason: string | null = null) =>
    settle.mutate(
      { params, body: { decision, reason, version: one.version } },
      {
        onSuccess: ({ version }) => {
          refresh()
          // A correction is undone in the file, where the older value is kept.
          toast({ text: words.settledNow, ...(decision !== 'correct' && { onUndo: () => reopen(version) }) })
        },
      },
    )
  return { decide, reopen, isPending: settle.isPending }
}

function Settle({ one }: { one: Contradiction }) {
  const words = useEvidenceWords()
  const navigate = useNavigate()
  const { decide, isPending } = useSettle(one)
  const say = useSideText()
  const [reason, setReason] = useState<string | null>(null)
  if (reason !== null)
    return (
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') decide('keep', reason.trim())
        }}
      >
        <TextField autoFocus label={words.keepWhy} maxLength={300} value={reason} onChange={setReason} className="min-w-48 flex-1" />
        <Button type="submit" variant="primary" pending={isPending}>
          {words.keepSave}
        </Button>
      </form>
    )
  const edit = () =>
    void navigate({
      to: '/customers/$customerId/edit',
      params: { customerId: one.customerId },
      search: one.field.startsWith('accessPoints')
        ? { field: 'accessPoints' }
        : one.field in formFields
          ? { field: one.field as 'cityId' }
          : {},
    })
  return (
    <div className="flex flex-wrap gap-1.5">
      {one.can.correct ? (
        <Button size="small" icon={<Check size={15} />} pending={isPending} onPress={() => decide('correct')}>
          {words.correctTo(say({ ...one.observed, count: undefined, of: undefined }))}
        </Button>
      ) : (
        <Button size="small" icon={<Pencil size={14} />} onPress={edit}>
          {words.edit}
        </Button>
      )}
      <Button size="small" variant="quiet" onPress={() => setReason('')}>
        {words.keep}
      </Button>
      <Button size="small" variant="quiet" icon={<EyeOff size={14} />} pending={isPending} onPress={() => decide('dismiss')}>
        {words.dismiss}
      </Button>
    </div>
  )
}

/** Fields that the form can open at. */
const formFields: Readonly<Record<string, true>> = {
  cityId: true,
  countyId: true,
  provinceId: true,
  kind: true,
  lastName: true,
  birthDate: true,
  nationalCode: true,
}

function Settled({ one }: { one: Contradiction }) {
  const words = useEvidenceWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const { reopen, isPending } = useSettle(one)
  const by = personName(one.closedBy)
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-muted">
      <Badge>{words.settledAs[one.state]}</Badge>
      <span>{[by, one.closedAt && format.date(one.closedAt)].filter(Boolean).join(words.comma)}</span>
      {one.reason && <span>{words.because(one.reason)}</span>}
      {one.can.settle && (one.state === 'kept' || one.state === 'dismissed') && (
        <Button size="small" variant="quiet" icon={<Undo2 size={14} />} pending={isPending} onPress={() => reopen(one.version)}>
          {words.reopen}
        </Button>
      )}
    </div>
  )
}
