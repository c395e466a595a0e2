import { payMethods } from '@parvandeh/contract'
import { useFormat } from '../../../persian/format.ts'
import { DatePicker } from '../../../ui/date/DateField.tsx'
import { FieldRow } from '../../../ui/FormLayout.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useSalesWords } from '../messages.ts'
import { amountOf, type Draft, hasLines } from './draft.rules.ts'
import { useEntryWords } from './messages.ts'

export interface FieldsProps {
  draft: Draft
  onChange: (some: Partial<Draft>) => void
  problems: Partial<Record<string, string>>
  isAsked: boolean
}

/** The fields of a voucher, as its kind takes them. */
export function EntryFields(props: FieldsProps) {
  const { draft, onChange, problems, isAsked } = props
  const words = useEntryWords()
  const { needed } = useSalesWords()
  const { kind } = draft
  const amount = amountOf(draft)
  const isSum = hasLines(kind) && draft.lines.length > 0
  const takesDue = hasLines(kind) || kind === 'cheque' || kind === 'debit'
  return (
    <>
      {kind === 'opening' && <Side {...props} />}
      <FieldRow>
        <MoneyField
          isRequired
          isReadOnly={isSum}
          label={isSum ? words.amountOfLines : words.amount}
          value={amount}
          onChange={(next) => !isSum && onChange({ amount: next })}
          problem={problems['amount'] ?? (isAsked && !amount ? needed : undefined)}
        />
        <DatePicker
          isRequired
          label={words.day}
          value={draft.day}
          onChange={(day) => onChange({ day })}
          problem={problems['day'] ?? (isAsked && draft.day === null ? needed : undefined)}
        />
        {takesDue && (
          <DatePicker
            isRequired={kind === 'cheque'}
            label={words.dueDay}
            hint={kind === 'cheque' ? undefined : words.dueHint}
            value={draft.dueDay}
            onChange={(dueDay) => onChange({ dueDay })}
            problem={problems['dueDay'] ?? (isAsked && kind === 'cheque' && draft.dueDay === null ? needed : undefined)}
          />
        )}
      </FieldRow>
      {(kind === 'receipt' || kind === 'payment') && <Method {...props} />}
      {kind === 'cheque' && <Cheque {...props} />}
      <FieldRow>
        <TextField
          label={words.number}
          hint={words.numberHint}
          value={draft.number}
          onChange={(number) => onChange({ number })}
          problem={problems['number']}
          maxLength={40}
        />
        <TextField
          label={words.description}
          value={draft.description}
          onChange={(description) => onChange({ description })}
          maxLength={500}
        />
      </FieldRow>
    </>
  )
}

function Side({ draft, onChange }: FieldsProps) {
  const words = useEntryWords()
  const options = (['debit', 'credit'] as const).map((id) => ({ id, label: words.sides[id] }))
  return <Segmented showLabel label={words.side} options={options} value={draft.side} onChange={(side) => onChange({ side })} />
}

function Method({ draft, onChange }: FieldsProps) {
  const words = useEntryWords()
  const { methods } = useSalesWords()
  return (
    <FieldRow>
      <Segmented
        showLabel
        label={words.method}
        options={payMethods.map((id) => ({ id, label: methods[id] }))}
        value={draft.method}
        onChange={(method) => onChange({ method })}
      />
      <TextField ltr label={words.reference} value={draft.reference} onChange={(reference) => onChange({ reference })} maxLength={60} />
    </FieldRow>
  )
}

function Cheque({ draft, onChange, problems, isAsked }: FieldsProps) {
  const words = useEntryWords()
  const { needed } = useSalesWords()
  const format = useFormat()
  const asked = (text: string) => (isAsked && !text.trim() ? needed : undefined)
  return (
    <>
      <FieldRow>
        <TextField
          ltr
          isRequired
          label={words.serial}
          value={draft.serial}
          onChange={(serial) => onChange({ serial: format.digits(serial) })}
          problem={problems['serial'] ?? asked(draft.serial)}
          maxLength={40}
        />
        <TextField
          ltr
          inputMode="numeric"
          label={words.sayad}
          hint={words.sayadHint}
          value={draft.sayadId}
          onChange={(sayadId) => onChange({ sayadId: format.digits(sayadId) })}
          problem={problems['sayadId']}
          maxLength={40}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          isRequired
          label={words.bank}
          value={draft.bank}
          onChange={(bank) => onChange({ bank })}
          problem={problems['bank'] ?? asked(draft.bank)}
          maxLength={100}
        />
        <TextField label={words.branch} value={draft.branch} onChange={(branch) => onChange({ branch })} maxLength={100} />
        <TextField
          label={words.holder}
          hint={words.holderHint}
          value={draft.holder}
          onChange={(holder) => onChange({ holder })}
          maxLength={200}
        />
      </FieldRow>
    </>
  )
}
