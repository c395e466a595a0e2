import { CircleHelp } from 'lucide-react'
import { useKpiWords } from './messages.ts'

/** The definition of a number, beside the number. */
export function HowCounted({ text }: { text: string }) {
  const words = useKpiWords()
  return (
    <details className="group print:hidden text-small text-muted">
      <summary className="inline-flex cursor-pointer items-center gap-1.5 rounded-[0.25rem] text-accent-text">
        <CircleHelp size={15} aria-hidden="true" />
        {words.howCounted}
      </summary>
      <p className="mt-1.5 max-w-prose leading-relaxed">{text}</p>
    </details>
  )
}
