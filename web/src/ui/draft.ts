import { useCallback, useEffect, useRef, useState } from 'react'

const prefix = 'parvandeh.draft.'
const settleMilliseconds = 300

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as T | null
  } catch {
    return null
  }
}

function write(key: string, value: unknown) {
  try {
    if (value === null) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // Storage refused or full: the draft then lasts only as long as the page.
  }
}

/** Forgets whatever was typed and not saved: on a shared computer the next person is not to find it. */
export function forgetDrafts() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
  } catch {
    // Storage refused: then nothing was kept either.
  }
}

/**
 * What a person has typed and not yet saved, kept in this browser through a refresh or a lost connection. `key` names
 * the form, the record and the person. Null is nothing to keep.
 */
export function useDraft<T>(key: string): { found: T | null; keep: (value: T | null) => void } {
  const [found] = useState(() => read<T>(key))
  const pending = useRef<{ value: T | null } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const settle = useCallback(() => {
    clearTimeout(timer.current)
    if (pending.current) write(key, pending.current.value)
    pending.current = null
  }, [key])
  const keep = useCallback(
    (value: T | null) => {
      pending.current = { value }
      clearTimeout(timer.current)
      timer.current = setTimeout(settle, value === null ? 0 : settleMilliseconds)
    },
    [settle],
  )
  useEffect(() => {
    addEventListener('pagehide', settle)
    return () => {
      removeEventListener('pagehide', settle)
      settle()
    }
  }, [settle])
  return { found, keep }
}
