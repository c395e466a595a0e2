import { Button } from './Button.tsx'
import { useUiWords } from './messages.ts'

interface MorePagesProps {
  hasMore: boolean
  isPending: boolean
  onMore: () => void
  /** What has been shown so far: «۵۰ مورد از ۱٬۲۳۴». */
  said?: string
}

/** The foot of a list that is read by key: there is no page 7, only "more". */
export function MorePages({ hasMore, isPending, onMore, said }: MorePagesProps) {
  const words = useUiWords()
  if (!hasMore && !said) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-cell py-2.5 text-small text-muted">
      <span aria-live="polite">{said}</span>
      {hasMore && (
        <Button size="small" pending={isPending} onPress={onMore}>
          {words.more}
        </Button>
      )}
    </div>
  )
}
