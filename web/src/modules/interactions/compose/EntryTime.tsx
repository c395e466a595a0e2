import { Clock, X } from 'lucide-react'
import { localTime } from '@parvandeh/contract/persian'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { DatePicker } from '../../../ui/date/DateField.tsx'
import { TimeField } from '../../../ui/date/TimeField.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import type { Entry } from './entry.ts'
import { useComposeWords } from './messages.ts'

interface EntryTimeProps {
  entry: Entry
  set: (change: Partial<Entry>) => void
  problem: string | undefined
}

/** When it began: just now unless another day and time are given. */
export function EntryTime({ entry: { when, kind, minutes }, set, problem }: EntryTimeProps) {
  const words = useComposeWords()
  const format = useFormat()
  if (!when) {
    const begin = () => set({ when: { day: format.today(), time: localTime(new Date(), format.zone).slice(0, 5) } })
    return (
      <div className="flex flex-col gap-1">
        <span className="text-small font-medium text-muted">{words.when}</span>
        <Button icon={<Clock size={15} />} onPress={begin}>
          {minutes && kind !== 'note' ? words.justEnded : words.now}
        </Button>
        {problem && <span className="text-small text-danger">{problem}</span>}
      </div>
    )
  }
  return (
    <div className="flex items-end gap-2">
      <DatePicker
        label={words.day}
        value={when.day}
        onChange={(day) => set({ when: { ...when, day } })}
        maximum={format.today()}
        problem={problem}
        className="w-40"
      />
      <TimeField label={words.time} value={when.time} onChange={(time) => set({ when: { ...when, time } })} className="w-22" />
      <IconButton label={words.now} icon={<X size={16} />} onPress={() => set({ when: null })} />
    </div>
  )
}
