import type { ApiFailure } from '../../../api/failure.ts'
import { useFormat } from '../../../persian/format.ts'
import { useSignInWords } from './messages.ts'

/** A refused sign-in as a form shows it: with how long to wait, where that is asked. */
export function useSaid(failure: ApiFailure | null) {
  const words = useSignInWords()
  const format = useFormat()
  const wait = failure?.retryAfterSeconds
  return failure && { title: failure.title, detail: wait ? words.waitSeconds(format.number(wait)) : failure.detail, problems: [] }
}
