import { type DescribedField, isValueFit, type Operator, operators } from '@parvandeh/contract'
import { Trash2 } from 'lucide-react'
import { useLanguage } from '../../i18n/language.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import type { ConditionSource } from './condition-source.types.ts'
import { ConditionValue } from './ConditionValue.tsx'
import { type Line, newLine } from './draft.rules.ts'
import { useConditionWords } from './messages.ts'

interface ConditionLineProps {
  line: Line
  source: ConditionSource
  hasFocus: boolean
  onChange: (line: Line) => void
  onRemove: () => void
}

/** The negation of an operator is an entry of its own in the list of what can be asked. */
const notOf = (is: Operator): string => `not:${is}`

/** One line: a field, what is asked of it, and the value that is asked for. */
export function ConditionLine({ line, source, hasFocus, onChange, onRemove }: ConditionLineProps) {
  const words = useConditionWords()
  const language = useLanguage()
  const field = source.fields.find(({ key }) => key === line.field)
  const name = (is: Operator) =>
    field?.type === 'segment' && is in words.inSegmentOperators
      ? words.inSegmentOperators[is as keyof typeof words.inSegmentOperators]
      : words.operators[is]
  const asked = (field?.operators ?? []).filter((is) => isAskable(field, is))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(9rem,13rem)_minmax(8rem,12rem)_minmax(0,1fr)_auto]">
      <ComboBox
        hideLabel
        autoFocus={hasFocus}
        label={words.field}
        placeholder={words.field}
        options={source.fields
          .filter((one) => one.operators.length > 0)
          .map((one) => ({ id: one.key, label: one.label[language], hint: source.groupName(one.group) }))}
        value={line.field === '' ? null : line.field}
        onChange={(key) => {
          const chosen = source.fields.find((one) => one.key === key)
          const [first] = chosen?.operators ?? []
          if (chosen && first) onChange({ ...newLine(chosen.key, first), id: line.id })
        }}
      />
      <IconButton className="sm:order-last" label={words.removeLine} icon={<Trash2 size={16} />} onPress={onRemove} />
      <div className="max-sm:col-span-2">
        {field && (
          <Select
            hideLabel
            label={words.operator}
            options={asked.flatMap((is) => [
              { id: is as string, label: name(is) },
              ...(is === 'filled' || is === 'empty' ? [] : [{ id: notOf(is), label: words.notPrefix(name(is)) }]),
            ])}
            value={line.not ? notOf(line.is) : line.is}
            onChange={(id) => {
              const not = id.startsWith('not:')
              const is = (not ? id.slice(4) : id) as Operator
              const kept = isValueFit(field.type, { field: field.key, is, value: line.value })
              onChange({ ...line, is, not, value: kept ? line.value : undefined })
            }}
          />
        )}
      </div>
      <div className="min-w-0 max-sm:col-span-2">
        {field && (
          <ConditionValue
            field={field}
            is={line.is}
            value={line.value}
            options={source.optionsOf(field)}
            onChange={(value) => onChange({ ...line, value })}
          />
        )}
      </div>
    </div>
  )
}

/** Another customer and a file are not chosen here; whether there is one can be asked. */
const isAskable = (field: DescribedField | undefined, is: Operator): boolean =>
  !(field?.type === 'customer' || field?.type === 'file') || operators[is] === 'none'

/** Whether a line says all that is needed to ask it. */
export const isFinished =
  (source: ConditionSource) =>
  (line: Line): boolean => {
    const field = source.fields.find(({ key }) => key === line.field)
    return field !== undefined && field.operators.includes(line.is) && isValueFit(field.type, line)
  }
