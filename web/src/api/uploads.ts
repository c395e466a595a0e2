import { useEffect, useRef, useState } from 'react'
import type { ApiFailure } from './failure.ts'
import { newKey } from './new-key.ts'

/** A file on its way: how far it has come, what it became, or why it did not arrive. */
export interface Sending<Answer> {
  key: string
  file: File
  /** Share sent, 0 to 1. */
  share: number
  answer?: Answer
  failure?: ApiFailure
}

type Send<Answer> = (file: File, options: { onProgress: (share: number) => void; signal: AbortSignal }) => Promise<Answer>

/** Sends files as they are picked, each by itself; leaving the page calls back those that are on their way. */
export function useUploads<Answer>(send: Send<Answer>, onArrived?: (answer: Answer, forget: () => void) => void) {
  const [sendings, setSendings] = useState<Sending<Answer>[]>([])
  const running = useRef(new Map<string, AbortController>())
  useEffect(() => () => running.current.forEach((controller) => controller.abort()), [])
  const change = (key: string, part: Partial<Sending<Answer>>) =>
    setSendings((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)))

  const remove = (key: string) => {
    running.current.get(key)?.abort()
    setSendings((before) => before.filter((one) => one.key !== key))
  }
  const begin = async (key: string, file: File) => {
    const controller = new AbortController()
    running.current.set(key, controller)
    try {
      const answer = await send(file, { onProgress: (share) => change(key, { share }), signal: controller.signal })
      change(key, { share: 1, answer })
      onArrived?.(answer, () => remove(key))
    } catch (failure) {
      if (!controller.signal.aborted) change(key, { failure: failure as ApiFailure })
    } finally {
      running.current.delete(key)
    }
  }
  return {
    sendings,
    isSending: sendings.some(({ answer, failure }) => !answer && !failure),
    add: (files: readonly File[]) => {
      const added = files.map((file) => ({ key: newKey(), file, share: 0 }))
      setSendings((before) => [...before, ...added])
      for (const { key, file } of added) void begin(key, file)
    },
    retry: ({ key, file }: Sending<Answer>) => {
      setSendings((before) => before.map((one) => (one.key === key ? { key, file, share: 0 } : one)))
      void begin(key, file)
    },
    remove,
    clear: () => setSendings([]),
  }
}
