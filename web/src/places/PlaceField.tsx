import { useState } from 'react'
import { ComboBox } from '../ui/ComboBox.tsx'
import type { FieldWords } from '../ui/Field.tsx'
import type { Option } from '../ui/OptionList.tsx'

interface PlaceFieldProps extends FieldWords {
  placeholder?: string
  autoFocus?: boolean
  chosen: number | null
  chosenName: string | undefined
  optionsFor: (typed: string) => Option[]
  onChange: (id: number | null) => void
}

/** One place, found by typing a part of its name. */
export function PlaceField({ chosen, chosenName, optionsFor, onChange, ...rest }: PlaceFieldProps) {
  const [typed, setTyped] = useState('')
  return (
    <ComboBox
      {...rest}
      options={optionsFor(typed)}
      value={chosen === null ? null : String(chosen)}
      valueLabel={chosenName}
      onSearch={setTyped}
      onChange={(id) => {
        setTyped('')
        onChange(id === null ? null : Number(id))
      }}
    />
  )
}
