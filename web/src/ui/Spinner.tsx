import { ProgressBar } from 'react-aria-components'
import { useUiWords } from './messages.ts'

/** A small turning ring: work under way whose length is not known. */
export function Spinner({ size = 18 }: { size?: number }) {
  const words = useUiWords()
  return (
    <ProgressBar aria-label={words.inProgress} isIndeterminate className="inline-grid">
      <svg viewBox="0 0 24 24" width={size} height={size} fill="none" className="animate-spin" aria-hidden="true">
        <circle cx="12" cy="12" r="9" stroke="currentColor" strokeWidth="2.5" opacity="0.25" />
        <path d="M21 12a9 9 0 0 0-9-9" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
    </ProgressBar>
  )
}
