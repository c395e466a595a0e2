import { Checkbox } from '../ui/Checkbox.tsx'
import { fieldClass, type FieldWords } from '../ui/Field.tsx'
import { classes } from '../ui/classes.ts'

interface ChoicesInputProps extends FieldWords {
  options: readonly { key: string; name: string }[]
  value: readonly string[]
  /** Null where nothing is ticked any more. */
  onChange: (keys: string[] | null) => void
}

/** Some of a few choices, each to be ticked. */
export function ChoicesInput({ label, hideLabel, problem, className, options, value, onChange }: ChoicesInputProps) {
  const turn = (key: string, isOn: boolean) => {
    const next = isOn ? [...value, key] : value.filter((one) => one !== key)
    onChange(next.length > 0 ? next : null)
  }
  return (
    <fieldset className={fieldClass(className)}>
      <legend className={classes('mb-1 text-small font-medium text-muted', hideLabel && 'sr-only')}>{label}</legend>
      <div className="flex flex-wrap gap-x-5">
        {options.map(({ key, name }) => (
          <Checkbox key={key} isSelected={value.includes(key)} onChange={(isOn) => turn(key, isOn)}>
            {name}
          </Checkbox>
        ))}
      </div>
      {problem && <p className="text-small text-danger">{problem}</p>}
    </fieldset>
  )
}
