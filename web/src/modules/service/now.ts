import { useEffect, useState } from 'react'

const stepMilliseconds = 30_000

/** The present moment, renewed twice a minute, so that ages and clocks on the screen do not stand still. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), stepMilliseconds)
    return () => clearInterval(timer)
  }, [])
  return now
}
