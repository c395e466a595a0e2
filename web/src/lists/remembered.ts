import { useState } from 'react'
import { useSession } from '../api/session.ts'
import { type ColumnChoice, readChoice, writeChoice } from '../ui/table/layout.rules.ts'

/** The columns that a person last chose for a list outside of any view; kept in this browser. */
export function useRememberedColumns(list: string): [ColumnChoice[] | null, (choice: ColumnChoice[] | null) => void] {
  const key = `parvandeh.columns.${useSession().person?.id ?? ''}.${list}`
  const [kept, setKept] = useState(() => read(key))
  const keep = (choice: ColumnChoice[] | null) => {
    setKept(choice)
    try {
      if (choice) localStorage.setItem(key, writeChoice(choice))
      else localStorage.removeItem(key)
    } catch {
      // Storage refused: the choice then lasts as long as the address.
    }
  }
  return [kept, keep]
}

function read(key: string): ColumnChoice[] | null {
  try {
    return readChoice(localStorage.getItem(key))
  } catch {
    return null
  }
}
