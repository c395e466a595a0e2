import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { FileQuestion } from 'lucide-react'
import { ApiFailure } from '../api/failure.ts'
import { buttonClass } from '../ui/Button.tsx'
import { EmptyState, ErrorState } from '../ui/states.tsx'
import { useShellWords } from './messages.ts'

/** An address that leads nowhere, or to what may not be seen: the two look the same. */
export function NotFoundPage() {
  const words = useShellWords()
  return (
    <>
      <title>{words.notFoundTitle}</title>
      <EmptyState
        isPage
        icon={<FileQuestion size={22} />}
        title={words.notFoundTitle}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {words.toStart}
          </Link>
        }
      >
        {words.notFoundText}
      </EmptyState>
    </>
  )
}

/** The net under every page: a refusal of the server in its own words, anything else as an error of the page. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const words = useShellWords()
  const router = useRouter()
  if (error instanceof ApiFailure && error.code === 'not-found') return <NotFoundPage />
  const failure = error instanceof ApiFailure ? error : { title: words.brokenTitle, detail: words.brokenText }
  return (
    <ErrorState
      failure={failure}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}

/** Signed in, but without a role that opens anything. */
export function NothingGrantedPage() {
  const words = useShellWords()
  return (
    <EmptyState isPage title={words.nothingGranted}>
      {words.nothingGrantedText}
    </EmptyState>
  )
}
