import { type KeyboardEvent, type RefObject, useState } from 'react'

/** Where a key leads, from the physical key so that J and K work in the Persian layout too. */
export function rowAfterKey(code: string, current: number, count: number): number | null {
  if (count === 0) return null
  const last = count - 1
  const moves: Record<string, number> = {
    KeyJ: Math.min(last, current + 1),
    ArrowDown: Math.min(last, current + 1),
    KeyK: Math.max(0, current - 1),
    ArrowUp: Math.max(0, current - 1),
    Home: 0,
    End: last,
  }
  return moves[code] ?? null
}

/** Lets the keyboard walk the rows of a table and open one. Only one row at a time is a stop of the Tab key. */
export function useRowKeys(body: RefObject<HTMLElement | null>, count: number, open: (index: number) => void) {
  const [reached, setReached] = useState(0)
  const current = Math.min(reached, Math.max(0, count - 1))
  const rowsIn = () => [...(body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const rows = rowsIn()
    const at = rows.findIndex((row) => row === event.target)
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      open(at)
      return
    }
    const next = rowAfterKey(event.code, at, rows.length)
    if (next === null) return
    event.preventDefault()
    setReached(next)
    rows[next]?.focus()
  }
  const onFocus = (event: { target: EventTarget }) => {
    const at = rowsIn().findIndex((row) => row === event.target)
    if (at !== -1) setReached(at)
  }
  return { current, listeners: { onKeyDown, onFocus } }
}

/** Puts the keyboard on the first row of the page's table: J pressed while nothing else has the focus. */
export function focusFirstRow(): boolean {
  const row = document.querySelector<HTMLElement>('main [data-row][tabindex="0"]')
  row?.focus()
  return row !== null
}
