import { useEffect } from 'react'
import { useSession } from '../../api/session.ts'

const most = 8
const keyFor = (personId: string) => `parvandeh.recent-requests.${personId}`

/** Numbers of the requests that the person opened last in this browser, the latest first. Numbers only: the rest is asked anew, under the rights of now. */
export function readRecent(personId: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyFor(personId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

/** Remembers that a request was opened. */
export function useRemember(number: string | undefined) {
  const personId = useSession().person?.id
  useEffect(() => {
    if (!number || !personId) return
    const recent = [number, ...readRecent(personId).filter((other) => other !== number)].slice(0, most)
    try {
      localStorage.setItem(keyFor(personId), JSON.stringify(recent))
    } catch {
      // Storage refused: nothing is remembered, and nothing breaks.
    }
  }, [number, personId])
}
