import { useEffect } from 'react'
import { useWhenSeen } from '../when-seen.ts'

const ahead = 30

interface More {
  has: boolean
  isPending: boolean
  onMore: () => void
}

/** Fetches the next page before the end comes into sight; where rows do not scroll in a window of their own, at the foot. */
export function useFetchAhead({ has, isPending, onMore }: More, last: number, count: number) {
  const isNear = has && !isPending && count > 0 && last >= count - ahead
  const isWindowed = last < count - 1
  useEffect(() => {
    if (isNear && isWindowed) onMore()
  })
  return useWhenSeen<HTMLDivElement>(onMore, has)
}
