import { type KeyboardEvent, useRef, useState } from 'react'
import { useLanguage } from '../../i18n/language.tsx'

/**
 * One stop of the tab key for many points: the arrows move between them, Home and End to the first and last. Points lie
 * in rows of `columns`; the arrows follow the eye, so that in a page from right to left the left one goes on.
 */
export function useRoving(count: number, columns = count) {
  const isFromRight = useLanguage() === 'fa'
  const [active, setActive] = useState(0)
  const places = useRef(new Map<number, HTMLElement>())
  const go = (index: number) => {
    if (index < 0 || index >= count) return
    setActive(index)
    places.current.get(index)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const onward = isFromRight ? 'ArrowLeft' : 'ArrowRight'
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: -1, [onward]: 1, ArrowUp: -columns, ArrowDown: columns }
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : active + (steps[event.key] ?? Number.NaN)
    if (Number.isNaN(to)) return
    event.preventDefault()
    go(to)
  }
  /** What the point at an index is given. */
  const point = (index: number) => ({
    ref: (element: HTMLElement | null) => {
      if (element) places.current.set(index, element)
      else places.current.delete(index)
    },
    tabIndex: index === Math.min(active, count - 1) ? 0 : -1,
    onFocus: () => setActive(index),
  })
  return { onKeyDown, point }
}
