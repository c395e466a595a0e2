import { useEffect, useRef, useState } from 'react'
import { SearchField } from './SearchField.tsx'

const restMilliseconds = 180

interface TypedSearchProps {
  label: string
  placeholder?: string
  /** What is searched for now, as the address says. */
  sought: string
  onSearch: (text: string) => void
  className?: string
}

/** Searches as one types: letters are shown at once, and sought when the fingers rest. */
export function TypedSearch({ sought, onSearch, ...rest }: TypedSearchProps) {
  const [text, setText] = useState(sought)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(sought)
  useEffect(() => {
    // The address changed by itself: back, or a link.
    if (sought !== sent.current) setText(sought)
    sent.current = sought
  }, [sought])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (next: string) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      sent.current = next.trim()
      onSearch(next.trim())
    }, restMilliseconds)
  }
  return <SearchField {...rest} value={text} onChange={type} />
}
