import { customerRoutes } from '@parvandeh/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../api/query.ts'
import { useFormat } from '../persian/format.ts'
import { ComboBox } from '../ui/ComboBox.tsx'
import type { FieldWords } from '../ui/Field.tsx'
import { useOwnFieldWords } from './messages.ts'

interface CustomerInputProps extends FieldWords {
  value: string | null
  /** What the customer that stands there is called. */
  names?: Readonly<Record<string, string>> | undefined
  onChange: (customerId: string | null) => void
  autoFocus?: boolean
}

const fewestLetters = 2

/** Another customer, found by name, number or code. */
export function CustomerInput({ value, names = {}, onChange, ...rest }: CustomerInputProps) {
  const words = useOwnFieldWords()
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const sought = typed.trim()
  const isLong = sought.length >= fewestLetters
  const found = useQuery({
    ...query(customerRoutes.search, { query: { q: sought || '-', limit: 10 } }),
    enabled: isLong,
    placeholderData: keepPreviousData,
  })
  const rows = isLong ? (found.data?.rows ?? []) : []
  return (
    <ComboBox
      {...rest}
      placeholder={words.findCustomer}
      options={rows.map(({ customerId, displayName, code }) => ({ id: customerId, label: displayName, hint: format.digits(code) }))}
      value={value}
      valueLabel={value === null ? undefined : (chosen[value] ?? names[value] ?? words.outOfSight)}
      onSearch={setTyped}
      isPending={isLong && found.isFetching}
      emptyText={isLong ? undefined : words.typeToFind}
      onChange={(id) => {
        const row = rows.find(({ customerId }) => customerId === id)
        if (row) setChosen({ ...chosen, [row.customerId]: row.displayName })
        onChange(id)
      }}
    />
  )
}
