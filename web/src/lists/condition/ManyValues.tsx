import { toAsciiDigits } from '@parvandeh/contract/persian'
import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useFormat } from '../../persian/format.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import type { Option } from '../../ui/OptionList.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useConditionWords } from './messages.ts'

interface ManyValuesProps {
  /** What can be chosen; null where values are typed, each ended by Enter. */
  options: readonly Option[] | null
  value: readonly string[]
  /** Typed values are numbers. */
  isCounted: boolean
  onChange: (value: string[]) => void
}

const most = 100

/** Several values of one line: each stands in a plate and is taken away by its cross; another is chosen or typed after them. */
export function ManyValues({ options, value, isCounted, onChange }: ManyValuesProps) {
  const words = useConditionWords()
  const format = useFormat()
  const named = (id: string) => options?.find((option) => option.id === id)?.label ?? format.digits(id)
  const add = (id: string) => value.length < most && !value.includes(id) && onChange([...value, id])
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      {value.map((id) => (
        <span
          key={id}
          className="inline-flex min-h-control-small max-w-full items-stretch overflow-hidden rounded-control border border-line bg-sunken text-small"
        >
          <bdi className="min-w-0 self-center truncate ps-2.5 pe-1">{named(id)}</bdi>
          <button
            type="button"
            aria-label={words.removeValue(named(id))}
            onClick={() => onChange(value.filter((other) => other !== id))}
            className="grid w-7 cursor-pointer place-items-center text-muted -outline-offset-2! hover:bg-hover hover:text-text pointer-coarse:w-9"
          >
            <X size={14} aria-hidden="true" />
          </button>
        </span>
      ))}
      {options ? (
        <ComboBox
          // Chosen again from an empty box.
          key={value.length}
          hideLabel
          label={words.addValue}
          placeholder={words.addValue}
          options={options.filter(({ id }) => !value.includes(id))}
          value={null}
          onChange={(id) => id !== null && add(id)}
          className="w-44"
        />
      ) : (
        <TypedValue isCounted={isCounted} onAdd={add} />
      )}
    </div>
  )
}

function TypedValue({ isCounted, onAdd }: { isCounted: boolean; onAdd: (value: string) => void }) {
  const words = useConditionWords()
  const [typed, setTyped] = useState('')
  const take = () => {
    const text = isCounted ? toAsciiDigits(typed).replaceAll(/[^\d.-]/gu, '') : typed.trim()
    if (text !== '' && !(isCounted && Number.isNaN(Number(text)))) onAdd(text)
    setTyped('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    take()
  }
  return (
    <TextField
      hideLabel
      label={words.addValue}
      placeholder={words.addValue}
      maxLength={300}
      value={typed}
      onChange={setTyped}
      onKeyDown={press}
      onBlur={take}
      className="w-44"
    />
  )
}
