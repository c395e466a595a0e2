import { useFormat } from '../../persian/format.ts'
import { useServiceWords } from './messages.ts'

/** A span of seconds in words, to the minute: nobody follows a request by the second. */
export function useSpan(): (seconds: number) => string {
  const { underMinute } = useServiceWords()
  const { duration } = useFormat()
  return (seconds) => (seconds < 60 ? underMinute : duration(Math.floor(seconds / 60) * 60))
}
