import { useDirectory } from '../api/directory.ts'
import { ComboBox } from '../ui/ComboBox.tsx'
import type { FieldWords } from '../ui/Field.tsx'
import { useOwnFieldWords } from './messages.ts'

interface PersonInputProps extends FieldWords {
  value: string | null
  onChange: (personId: string | null) => void
  placeholder?: string
  autoFocus?: boolean
}

/** A colleague, chosen among those who work here; one who has left keeps their name where they stand. */
export function PersonInput({ value, ...rest }: PersonInputProps) {
  const words = useOwnFieldWords()
  const { activePeople, personName, unitName } = useDirectory()
  return (
    <ComboBox
      placeholder={words.nothing}
      {...rest}
      options={activePeople.map(({ id, name, unitId }) => ({ id, label: name, hint: unitName(unitId) }))}
      value={value}
      valueLabel={personName(value)}
    />
  )
}
