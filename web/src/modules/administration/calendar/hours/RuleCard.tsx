import { addDays } from '@parvandeh/contract/persian'
import { Trash2 } from 'lucide-react'
import { useFormat } from '../../../../persian/format.ts'
import { StatusBadge } from '../../../../ui/Badge.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { DatePicker } from '../../../../ui/date/DateField.tsx'
import { FieldRow } from '../../../../ui/FormLayout.tsx'
import { IconButton } from '../../../../ui/IconButton.tsx'
import type { Rule } from '../calendar.types.ts'
import { useCalendarWords } from '../messages.ts'
import { WeekEditor } from './WeekEditor.tsx'
import { weekHours } from './week.ts'

interface RuleCardProps {
  rule: Rule
  isInForce: boolean
  canChange: boolean
  onChange: (rule: Rule) => void
  onRemove: () => void
}

/** Before this date there is no work on record: hours from then on are those from the beginning. */
const beginning = '2002-01-01'

/** One set of weekly hours: when it is in force, and its days. */
export function RuleCard({ rule, isInForce, canChange, onChange, onRemove }: RuleCardProps) {
  const words = useCalendarWords()
  const format = useFormat()
  const { validFrom, validTo, week } = rule
  const hours = weekHours(week)
  const lastDay = validTo === null ? null : addDays(validTo, -1)
  const title =
    lastDay !== null
      ? words.ruleSpan(format.day(validFrom), format.day(lastDay))
      : validFrom < beginning
        ? words.ruleFromEver
        : words.ruleFrom(format.day(validFrom))
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {title}
          {isInForce && (
            <StatusBadge shape="check" tone="positive">
              {words.current}
            </StatusBadge>
          )}
          <span className="text-small font-normal text-muted">
            {words.weekHours(format.decimal(hours, Number.isInteger(hours) ? 0 : 1))}
          </span>
        </span>
      }
      actions={canChange && <IconButton label={words.removeRule} icon={<Trash2 size={16} />} onPress={onRemove} />}
    >
      {canChange && validFrom >= beginning && (
        <div className="mb-4 max-w-2xl">
          <FieldRow>
            <DatePicker isRequired label={words.from} value={validFrom} onChange={(day) => day && onChange({ ...rule, validFrom: day })} />
            <DatePicker
              label={words.until}
              hint={words.untilHint}
              minimum={validFrom}
              value={lastDay}
              onChange={(day) => onChange({ ...rule, validTo: day === null ? null : addDays(day, 1) })}
            />
          </FieldRow>
        </div>
      )}
      <WeekEditor week={week} canChange={canChange} onChange={(next) => onChange({ ...rule, week: next })} />
    </Card>
  )
}
