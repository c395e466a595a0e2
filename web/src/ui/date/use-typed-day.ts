import { addDays, type Day } from '@parvandeh/contract/persian'
import { type KeyboardEvent, useState } from 'react'
import { useFormat } from '../../persian/format.ts'
import { useDateWords } from './date-messages.ts'
import { exampleDay, readTypedDay, writeTypedDay } from './typed-day.ts'

interface TypedDayProps {
  value: Day | null
  onChange: (day: Day | null) => void
  minimum?: Day | undefined
  maximum?: Day | undefined
}

/**
 * The text of a day as it is typed, the day that it means and what is wrong with it. What was typed stays as it is
 * until the field is left; a value that changes from outside is written over it.
 */
export function useTypedDay({ value, onChange, minimum, maximum }: TypedDayProps) {
  const words = useDateWords()
  const { language, today, day: said } = useFormat()
  const write = (day: Day | null) => (day === null ? '' : writeTypedDay(day, language))
  const [typed, setTyped] = useState({ text: write(value), day: value, seen: value, language, isLeft: true })
  if (typed.seen !== value || typed.language !== language) {
    const text = typed.day === value && typed.language === language ? typed.text : write(value)
    setTyped({ ...typed, text, day: value, seen: value, language })
  }
  const put = (text: string, day: Day | null, isLeft: boolean) => {
    setTyped((before) => ({ ...before, text, day, isLeft }))
    if (day !== value) onChange(day)
  }
  const problem = () => {
    if (!typed.isLeft || typed.text.trim() === '') return undefined
    if (typed.day === null) return words.unreadable(exampleDay(language))
    if (minimum !== undefined && typed.day < minimum) return words.tooEarly(said(minimum))
    if (maximum !== undefined && typed.day > maximum) return words.tooLate(said(maximum))
    return undefined
  }
  return {
    text: typed.text,
    problem: problem(),
    type: (text: string) => put(text, readTypedDay(text, language, today()) ?? null, false),
    choose: (day: Day | null) => put(write(day), day, true),
    leave: () => put(typed.day === null ? typed.text : write(typed.day), typed.day, true),
    /** The day before with the down arrow, the day after with the up arrow, as in a number. */
    turn: (event: KeyboardEvent) => {
      const step = { ArrowUp: 1, ArrowDown: -1 }[event.key]
      if (step === undefined || event.altKey || event.shiftKey) return
      event.preventDefault()
      const day = typed.day === null ? today() : addDays(typed.day, step)
      put(write(day), day, true)
    },
  }
}
