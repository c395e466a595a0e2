import { useFormat } from '../../persian/format.ts'
import { Bidi } from '../../ui/Bidi.tsx'

/** The number of a request in the digits of the language, kept whole. */
export function RequestNumber({ number, className }: { number: string; className?: string }) {
  const format = useFormat()
  return (
    <Bidi ltr className={className}>
      {format.digits(number)}
    </Bidi>
  )
}
