import { classMarks } from '@parvandeh/contract'
import { ArrowDown, ArrowUp, CircleAlert, Plus, Trash2 } from 'lucide-react'
import type { ApiFailure } from '../../../api/failure.ts'
import { ConditionBuilder } from '../../../lists/condition/ConditionBuilder.tsx'
import type { ConditionSource } from '../../../lists/condition/condition-source.types.ts'
import type { Group } from '../../../lists/condition/draft.rules.ts'
import { Button } from '../../../ui/Button.tsx'
import { FormSection } from '../../../ui/FormLayout.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { ClassMark } from './ClassMark.tsx'
import { useClassificationWords } from './messages.ts'
import { type ClassValues, emptyClass } from './scheme-form.ts'

interface ClassFieldsProps {
  classes: readonly ClassValues[]
  byRule: boolean
  source: ConditionSource
  failure: ApiFailure | null
  onChange: (classes: ClassValues[]) => void
}

/** The classes of a scheme in their order, each with its mark and, by rule, its condition. */
export function ClassFields({ classes, byRule, source, failure, onChange }: ClassFieldsProps) {
  const words = useClassificationWords()
  const change = (index: number, part: Partial<ClassValues>) =>
    onChange(classes.map((one, place) => (place === index ? { ...one, ...part } : one)))
  const move = (index: number, by: -1 | 1) => {
    const moved = [...classes]
    const [one] = moved.splice(index, 1)
    if (one) moved.splice(index + by, 0, one)
    onChange(moved)
  }
  return (
    <FormSection title={words.classes}>
      <ol className="flex flex-col gap-2.5">
        {classes.map((one, index) => (
          <li key={one.key} className="rounded-card border border-line bg-surface p-3">
            <ClassLine
              one={one}
              problem={failure?.byField[`classes.${index}.name`]}
              isFirst={index === 0}
              isLast={index === classes.length - 1}
              onChange={(part) => change(index, part)}
              onMove={(by) => move(index, by)}
              onRemove={classes.length > 1 ? () => onChange(classes.filter(({ key }) => key !== one.key)) : undefined}
            />
            {byRule && (
              <Rule
                rule={one.rule}
                source={source}
                problem={failure?.byField[`classes.${index}.condition`]}
                onChange={(rule) => change(index, { rule })}
              />
            )}
          </li>
        ))}
      </ol>
      {classes.length < 30 && (
        <Button
          size="small"
          className="self-start"
          icon={<Plus size={15} />}
          onPress={() => onChange([...classes, emptyClass(classMarks[classes.length % classMarks.length])])}
        >
          {words.addClass}
        </Button>
      )}
    </FormSection>
  )
}

interface RuleProps {
  rule: Group
  source: ConditionSource
  problem: string | undefined
  onChange: (rule: Group) => void
}

/** Which files are of a class, in words. */
function Rule({ rule, source, problem, onChange }: RuleProps) {
  const words = useClassificationWords()
  return (
    <div role="group" aria-label={words.rule} className="mt-3 flex flex-col gap-2.5 border-t border-line pt-3">
      <ConditionBuilder source={source} draft={rule} onChange={onChange} />
      {problem && (
        <p role="alert" className="flex items-start gap-1.5 text-small text-danger">
          <CircleAlert size={15} aria-hidden="true" className="mt-1 shrink-0" />
          {problem}
        </p>
      )}
    </div>
  )
}

interface ClassLineProps {
  one: ClassValues
  problem: string | undefined
  isFirst: boolean
  isLast: boolean
  onChange: (part: Partial<ClassValues>) => void
  onMove: (by: -1 | 1) => void
  onRemove: (() => void) | undefined
}

function ClassLine({ one, problem, isFirst, isLast, onChange, onMove, onRemove }: ClassLineProps) {
  const words = useClassificationWords()
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Select
        hideLabel
        label={words.mark}
        className="w-32"
        options={classMarks.map((id) => ({ id, label: words.marks[id], icon: <ClassMark mark={id} /> }))}
        value={one.mark}
        onChange={(mark) => onChange({ mark })}
      />
      <TextField
        hideLabel
        isRequired
        label={words.className}
        placeholder={words.className}
        className="min-w-40 flex-1"
        maxLength={80}
        value={one.name}
        onChange={(name) => onChange({ name })}
        problem={problem}
      />
      <TextField
        hideLabel
        label={words.nameEn}
        placeholder={words.nameEn}
        className="w-44"
        maxLength={80}
        value={one.nameEn}
        onChange={(nameEn) => onChange({ nameEn })}
      />
      <span className="flex">
        <IconButton size="small" label={words.up} icon={<ArrowUp size={15} />} isDisabled={isFirst} onPress={() => onMove(-1)} />
        <IconButton size="small" label={words.down} icon={<ArrowDown size={15} />} isDisabled={isLast} onPress={() => onMove(1)} />
        {onRemove && <IconButton size="small" label={words.removeClass} icon={<Trash2 size={15} />} onPress={onRemove} />}
      </span>
    </div>
  )
}
