import { useLayoutEffect, useRef, useState } from 'react'

/** The width of an element in CSS pixels, as it changes; what lies within is drawn in shares of it. */
export function useWidth<T extends Element>() {
  const place = useRef<T>(null)
  const [width, setWidth] = useState(640)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    setWidth(element.getBoundingClientRect().width || 640)
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width || 640))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [place, width] as const
}
