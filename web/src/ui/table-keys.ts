import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** Where a key leads, from the physical key so that J and K work in the Persian layout too. */
export function rowAfterKey(code: string, current: number, count: number): number | null {
  if (count === 0) return null
  const last = count - 1
  const moves: Record<string, number> = {
    KeyJ: Math.min(last, current + 1),
    ArrowDown: Math.min(last, current + 1),
    KeyK: Math.max(0, current - 1),
    ArrowUp: Math.max(0, current - 1),
    PageDown: Math.min(last, current + 15),
    PageUp: Math.max(0, current - 15),
    Home: 0,
    End: last,
  }
  return moves[code] ?? null
}

interface RowKeysOptions {
  body: RefObject<HTMLElement | null>
  count: number
  open: (place: number) => void
  /** Brings a row into the page where it is out of sight. */
  reveal: (place: number) => void
  /** Told of a move with Shift held, which picks the rows passed. */
  extend?: ((from: number, to: number) => void) | undefined
}

const placeOf = (element: EventTarget | null): number | null => {
  const place = element instanceof HTMLElement ? element.dataset.place : undefined
  return place === undefined ? null : Number(place)
}

/** Lets the keyboard walk the rows of a table and open one. Only one row at a time is a stop of the Tab key. */
export function useRowKeys({ body, count, open, reveal, extend }: RowKeysOptions) {
  const [reached, setReached] = useState(0)
  const wanted = useRef<number | null>(null)
  const current = Math.min(reached, Math.max(0, count - 1))
  const rowAt = (place: number) => body.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)
  useEffect(() => {
    if (wanted.current === null) return
    const row = body.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`)
    if (!row) return
    wanted.current = null
    row.focus()
  })
  const goTo = (place: number) => {
    setReached(place)
    reveal(place)
    const row = rowAt(place)
    // A row out of sight is not there yet: it gets the focus once it has been drawn.
    if (row) row.focus()
    else wanted.current = place
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = placeOf(event.target)
    if (at === null) return backToRow(event)
    if (event.key === 'Enter') {
      event.preventDefault()
      open(at)
      return
    }
    if (event.code === 'ArrowLeft' || event.code === 'ArrowRight') return toCellEdit(event)
    const next = rowAfterKey(event.code, at, count)
    if (next === null) return
    event.preventDefault()
    if (event.shiftKey) extend?.(at, next)
    goTo(next)
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const at = placeOf(event.target)
    if (at !== null) setReached(at)
  }
  return { current, goTo, listeners: { onKeyDown, onFocus } }
}

const editsIn = (row: Element) => [...row.querySelectorAll<HTMLElement>('[data-cell-edit]')]

/** From the row to the first of its cells that may be changed. */
function toCellEdit(event: KeyboardEvent<HTMLElement>) {
  const [first] = editsIn(event.target as HTMLElement)
  if (!first) return
  event.preventDefault()
  first.focus()
}

/** Inside a row: the arrows walk the cells that may be changed, Escape goes back to the row itself. */
function backToRow(event: KeyboardEvent<HTMLElement>) {
  const target = event.target as HTMLElement
  const row = target.closest<HTMLElement>('[data-row]')
  if (!row || target.dataset.cellEdit === undefined) return
  if (event.key === 'Escape') return row.focus()
  if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return
  event.preventDefault()
  const edits = editsIn(row)
  const forward = (event.code === 'ArrowLeft') === (getComputedStyle(row).direction === 'rtl')
  const next = edits[edits.indexOf(target) + (forward ? 1 : -1)]
  if (next) next.focus()
  else if (!forward) row.focus()
}

/** Puts the keyboard on the row of the page's table that it was on last: J pressed while nothing else has the focus. */
export function focusFirstRow(): boolean {
  const row = document.querySelector<HTMLElement>('main [data-row][tabindex="0"]')
  row?.focus()
  return row !== null
}
