import type { LikelyDuplicate } from '@parvandeh/contract'
import { UsersRound } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { useCustomerWords } from '../messages.ts'
import { useDuplicateWords } from './messages.ts'

interface LikelyDuplicatesProps {
  found: readonly LikelyDuplicate[]
  /** Says that this file is somebody else's. */
  onOther: (customerId: string) => void
  /** Saving was tried: what to do to save all the same. */
  isAsked: boolean
}

/** Files that the customer being written may have already, with why: a warning, never a wall. */
export function LikelyDuplicates({ found, onOther, isAsked }: LikelyDuplicatesProps) {
  const words = useDuplicateWords()
  const format = useFormat()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [isAsked])
  return (
    <div role="status">
      {found.length > 0 && (
        <section ref={place} className="rounded-control bg-caution-soft px-3.5 py-2.5">
          <h2 className="flex items-start gap-2 font-medium text-caution">
            <UsersRound size={18} aria-hidden="true" className="mt-1 shrink-0" />
            <span>
              {words.warning.title(format.number(found.length), found.length === 1)}
              {isAsked && <span className="block text-small font-normal">{words.warning.again}</span>}
            </span>
          </h2>
          <ul className="mt-1.5 flex flex-col divide-y divide-caution/20">
            {found.map((one) => (
              <Likely key={one.customerId} one={one} onOther={() => onOther(one.customerId)} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Likely({ one, onOther }: { one: LikelyDuplicate; onOther: () => void }) {
  const words = useDuplicateWords()
  const format = useFormat()
  const { kinds } = useCustomerWords()
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="flex min-w-0 items-center gap-1.5 font-medium">
          <KindIcon kind={one.kind} label={kinds[one.kind]} />
          <span className="truncate">{one.displayName}</span>
          <span className="shrink-0 text-small font-normal text-muted">{words.file(format.digits(one.code))}</span>
        </p>
        <p className="text-small text-muted">
          {one.sentence} {one.mainPhone !== null && <Bidi ltr>{format.phone(one.mainPhone)}</Bidi>}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <a href={`/customers/${one.customerId}`} target="_blank" rel="noreferrer" className={buttonClass('secondary', 'small')}>
          {words.warning.open}
        </a>
        <Button size="small" variant="quiet" onPress={onOther}>
          {words.warning.other}
        </Button>
      </div>
    </li>
  )
}
