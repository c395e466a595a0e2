import { useEffect, useRef } from 'react'

/** Runs `act` when the element comes into view, or nearly: for lists that go on as one scrolls. */
export function useWhenSeen<T extends Element>(act: () => void, on: boolean) {
  const place = useRef<T>(null)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!on || !place.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), { rootMargin: '600px' })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [on])
  return place
}
