import { toAsciiDigits } from '@parvandeh/contract/persian'
import { useFormat } from '../../persian/format.ts'
import { DatePicker } from '../../ui/date/DateField.tsx'
import { TimeField } from '../../ui/date/TimeField.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { useServiceWords } from './messages.ts'
import { problemOfMoment, type TypedMoment } from './moment.rules.ts'
import { useNow } from './now.ts'

interface MomentFieldProps {
  label: string
  hint?: string
  value: TypedMoment
  onChange: (moment: TypedMoment) => void
  /** Whether what is missing is to be said. */
  isAsked: boolean
}

/** When something happened: just now, or a day and time that have passed, in the calendar of the language. */
export function MomentField({ label, hint, value, onChange, isAsked }: MomentFieldProps) {
  const words = useServiceWords()
  const now = useNow()
  const { zone, today, time } = useFormat()
  const problem = problemOfMoment(value, zone, now)
  const said = problem === 'in-future' ? words.inFuture : problem && isAsked ? words.timeIncomplete : undefined
  const nowTime = () => toAsciiDigits(time(new Date()))
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Segmented
        showLabel
        label={label}
        className="self-start"
        value={value === 'now' ? 'now' : 'typed'}
        onChange={(which) => onChange(which === 'now' ? 'now' : { day: today(), time: nowTime() })}
        options={[
          { id: 'now', label: words.now },
          { id: 'typed', label: words.earlier },
        ]}
      />
      {value !== 'now' && (
        <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-2.5">
          <DatePicker
            label={words.day}
            maximum={today()}
            value={value.day}
            onChange={(day) => onChange({ ...value, day })}
            problem={said}
          />
          <TimeField label={words.time} value={value.time} onChange={(typed) => onChange({ ...value, time: typed })} />
        </div>
      )}
      {hint && <p className="text-small text-muted">{hint}</p>}
    </div>
  )
}
