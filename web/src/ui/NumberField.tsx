import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useLanguage } from '../i18n/language.tsx'
import { useUiWords } from './messages.ts'
import { readNumber, typedDigits, writeNumber } from './number-text.ts'
import { TextField, type TextFieldProps } from './TextField.tsx'

export interface NumberFieldProps extends Omit<TextFieldProps, 'value' | 'defaultValue' | 'onChange' | 'type' | 'inputMode' | 'suffix'> {
  value: number | null
  onChange: (value: number | null) => void
  minimum?: number
  maximum?: number
  /** How far the arrow keys go. */
  step?: number
  decimals?: number
  /** The unit after the figure: دقیقه، ریال. */
  unit?: ReactNode
}

/** A number, typed in Persian or Latin digits and shown in those of the language. Arrow keys step. */
export function NumberField({ value, onChange, minimum, maximum, step = 1, decimals = 0, unit, problem, ...rest }: NumberFieldProps) {
  const language = useLanguage()
  const words = useUiWords()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? writeNumber(value, language, decimals)
  const unreadable = typed !== null && Number.isNaN(readNumber(typed))
  const within = (number: number) => Math.min(maximum ?? number, Math.max(minimum ?? number, number))

  const type = (text: string) => {
    setTyped(typedDigits(text, language))
    const number = readNumber(text)
    if (number === null || !Number.isNaN(number)) onChange(number)
  }
  const settle = () => {
    if (unreadable) return
    setTyped(null)
    if (value !== null && within(value) !== value) onChange(within(value))
  }
  const stepBy = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0) return
    event.preventDefault()
    setTyped(null)
    onChange(within((value ?? 0) + direction * step))
  }
  return (
    <TextField
      {...rest}
      ltr
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={shown}
      onChange={type}
      onBlur={settle}
      onKeyDown={stepBy}
      suffix={unit}
      problem={problem ?? (unreadable ? words.notANumber : undefined)}
    />
  )
}
