import { channels } from '@parvandeh/contract'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import { MomentField } from '../MomentField.tsx'
import { useServiceWords } from '../messages.ts'
import type { Composed } from './compose.rules.ts'
import { useRequestWords } from './messages.ts'

interface ComposeDetailsProps {
  sheet: Composed
  onChange: (change: Partial<Composed>) => void
  isAsked: boolean
}

/** What each tab asks besides the words: the channel, the direction, the length, and when it was. */
export function ComposeDetails({ sheet, onChange, isAsked }: ComposeDetailsProps) {
  const words = useRequestWords()
  const service = useServiceWords()
  const { tab } = sheet
  if (tab === 'note') return null
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
      {(tab === 'answer' || tab === 'received') && (
        <Select
          label={service.channel}
          options={channels.map((id) => ({ id, label: service.channels[id] }))}
          value={sheet.channel}
          onChange={(channel) => onChange({ channel })}
          className="w-40"
        />
      )}
      {tab === 'call' && (
        <Segmented
          showLabel
          label={words.direction}
          value={sheet.outgoing ? 'out' : 'in'}
          onChange={(way) => onChange({ outgoing: way === 'out' })}
          options={[
            { id: 'out', label: words.outgoing },
            { id: 'in', label: words.incoming },
          ]}
        />
      )}
      {((tab === 'call' && sheet.answered) || tab === 'visit') && (
        <NumberField
          label={words.minutes}
          unit={words.minuteUnit}
          minimum={0}
          maximum={1440}
          value={sheet.minutes}
          onChange={(minutes) => onChange({ minutes })}
          className="w-32"
        />
      )}
      {tab !== 'answer' && <MomentField label={words.when} value={sheet.at} onChange={(at) => onChange({ at })} isAsked={isAsked} />}
      {tab === 'call' && (
        <div className="self-end">
          <Checkbox isSelected={sheet.answered} onChange={(answered) => onChange({ answered })}>
            {words.wasAnswered}
          </Checkbox>
        </div>
      )}
    </div>
  )
}
