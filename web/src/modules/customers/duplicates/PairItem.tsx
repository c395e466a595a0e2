import type { DuplicatePair } from '@parvandeh/contract'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { classes } from '../../../ui/classes.ts'
import { useCustomerWords } from '../messages.ts'
import { KindIcon } from '../KindIcon.tsx'
import { useDuplicateWords } from './messages.ts'

/** Likelier than this nothing is said to be. */
const sure = 0.99
/** Where the files stand beside the list. */
const wide = globalThis.matchMedia?.('(min-width: 64rem)')

interface PairItemProps {
  pair: DuplicatePair
  isChosen: boolean
  onChoose: () => void
}

/** A pair in the list: both names, why, and how likely. Where there is no room beside the list, a press opens it. */
export function PairItem({ pair, isChosen, onChoose }: PairItemProps) {
  const words = useDuplicateWords()
  const { kinds } = useCustomerWords()
  const format = useFormat()
  const navigate = useNavigate()
  const { personName } = useDirectory()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const [a, b] = pair.files
  const press = () => {
    if (wide?.matches) onChoose()
    else void navigate({ to: '/duplicates/$customerId/$otherId', params: { customerId: a.customerId, otherId: b.customerId } })
  }
  return (
    <li>
      <button
        ref={button}
        type="button"
        aria-current={isChosen}
        onClick={press}
        className={classes(
          'flex w-full min-w-0 cursor-pointer flex-col gap-0.5 px-4 py-2.5 text-start outline-none focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-inset',
          isChosen ? 'lg:bg-accent-soft' : 'hover:bg-hover',
        )}
      >
        {[a, b].map((file) => (
          <span key={file.customerId} className="flex min-w-0 items-center gap-1.5">
            <KindIcon kind={file.kind} label={kinds[file.kind]} />
            <span className="min-w-0 truncate font-medium">{file.displayName}</span>
            <span className="ms-auto shrink-0 text-small text-muted">{format.digits(file.code)}</span>
          </span>
        ))}
        <span className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
          <span className="min-w-0 text-small text-muted">{pair.sentence}</span>
          <Badge tone={pair.score > sure ? 'accent' : 'neutral'}>
            {words.likelihood(format.percent(Math.min(pair.score, sure)), pair.score > sure)}
          </Badge>
        </span>
        {pair.decidedAt !== null && (
          <span className="text-caption text-faint">
            {words.decided(personName(pair.decidedBy) ?? '', format.relative(pair.decidedAt))}
          </span>
        )}
      </button>
    </li>
  )
}
