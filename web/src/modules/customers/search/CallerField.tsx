import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { findCustomers } from './find-customers.ts'
import { useSearchWords } from './messages.ts'

const fewestLetters = 2

interface CallerFieldProps {
  /** Given the address of the file, or of a new one for a number that nobody has. */
  onChosen: (href: string) => void
}

/** Who is on the phone: found by number, name or code, and led to their file at once. */
export function CallerField({ onChosen }: CallerFieldProps) {
  const words = useSearchWords()
  const [typed, setTyped] = useState('')
  const sought = typed.trim()
  const found = useQuery({
    queryKey: ['caller', sought],
    queryFn: ({ signal }) => findCustomers(sought, signal),
    enabled: sought.length >= fewestLetters,
    placeholderData: keepPreviousData,
  })
  const rows = sought.length >= fewestLetters ? (found.data ?? []) : []
  return (
    <ComboBox
      label={words.caller}
      placeholder={words.callerPlaceholder}
      options={rows.map(({ id, label, hint }) => ({ id, label, ...(hint === undefined ? {} : { hint }) }))}
      value={null}
      onSearch={setTyped}
      isPending={found.isFetching}
      emptyText={sought.length < fewestLetters ? words.callerHint : undefined}
      onChange={(id) => {
        const chosen = rows.find((row) => row.id === id)
        if (chosen) onChosen(chosen.href)
      }}
    />
  )
}
