import { Inbox, RotateCcw, TriangleAlert, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { useUiWords } from './messages.ts'

interface EmptyStateProps {
  title: string
  /** What this place is for and what to do first. */
  children?: ReactNode
  icon?: ReactNode
  /** The button that does it. */
  action?: ReactNode
  compact?: boolean
  /** True where this is all that the page has. */
  isPage?: boolean
}

/** Nothing here yet: teaches the next step instead of saying "no data". */
export function EmptyState({ title, children, icon, action, compact = false, isPage = false }: EmptyStateProps) {
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <div className={classes('mx-auto flex max-w-md flex-col items-center text-center', compact ? 'px-4 py-6' : 'px-6 py-14')}>
      <div className="mb-3 grid size-12 place-items-center rounded-full bg-accent-soft text-accent-text" aria-hidden="true">
        {icon ?? <Inbox size={22} />}
      </div>
      <Heading className="text-title font-semibold">{title}</Heading>
      {children && <div className="mt-1 text-body text-pretty text-muted">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

interface ErrorStateProps {
  /** An `ApiFailure`, or anything that says what happened. */
  failure: { title: string; detail?: string | undefined; code?: string }
  onRetry?: (() => void) | undefined
  children?: ReactNode
}

/** Says what happened, what was kept and what to do. */
export function ErrorState({ failure, onRetry, children }: ErrorStateProps) {
  const words = useUiWords()
  const Icon = failure.code === 'unreachable' ? WifiOff : TriangleAlert
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center">
      <div className="mb-3 grid size-12 place-items-center rounded-full bg-danger-soft text-danger" aria-hidden="true">
        <Icon size={22} />
      </div>
      <p className="text-title font-semibold text-balance">{failure.title}</p>
      {failure.detail && <p className="mt-1 text-muted">{failure.detail}</p>}
      {children}
      {onRetry && (
        <Button className="mt-4" icon={<RotateCcw size={16} />} onPress={onRetry}>
          {words.tryAgain}
        </Button>
      )}
    </div>
  )
}

/** The place of what is still coming, in its size, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={classes('animate-[shimmer_1.4s_ease-in-out_infinite] rounded-control bg-hover', className ?? 'h-4 w-full')}
    />
  )
}

/** Lines of text still coming. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className="flex flex-col gap-2.5 py-1">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} className={classes('h-4', index === lines - 1 ? 'w-2/3' : 'w-full')} />
      ))}
    </div>
  )
}
