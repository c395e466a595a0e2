import { Check, CircleHelp } from 'lucide-react'
import { Button as AriaButton, DialogTrigger, TooltipTrigger } from 'react-aria-components'
import { classes, focusRing } from '../../../ui/classes.ts'
import { Popover } from '../../../ui/Popover.tsx'
import { Tooltip } from '../../../ui/Tooltip.tsx'
import { useEvidenceWords } from './messages.ts'
import { OriginPanel } from './OriginPanel.tsx'
import { useOriginSentence, useStandingSentence } from './origin-sentence.ts'
import { type Origin, useOrigin } from './origins.ts'

interface OriginMarkProps {
  field: string
  name: string
  mayEdit: boolean
  /** Of the file; left out where an older value cannot be put back. */
  version?: number
  /** A number that may turn out to be somebody else's. */
  isPhone?: boolean
}

/** A quiet mark beside a value: on hover or focus it says where the value comes from, and opened what was there before. */
export function OriginMark({ field, name, mayEdit, version, isPhone = false }: OriginMarkProps) {
  const words = useEvidenceWords()
  const origin = useOrigin(field)
  const sentence = useOriginSentence()
  const standing = useStandingSentence()
  if (!origin) return null
  const label = words.mark(name)
  return (
    <DialogTrigger>
      <TooltipTrigger delay={250}>
        <AriaButton
          aria-label={label}
          className={classes(
            'relative inline-grid size-4 shrink-0 cursor-pointer place-items-center rounded-full align-middle text-faint data-hovered:text-accent-text',
            // A finger needs more room than the eye.
            'pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5',
            focusRing,
          )}
        >
          <Sign origin={origin} />
        </AriaButton>
        <Tooltip>
          <span className="flex flex-col">
            <span>{sentence(origin)}</span>
            <span className="opacity-80">{standing(origin)}</span>
          </span>
        </Tooltip>
      </TooltipTrigger>
      <Popover label={label}>
        <OriginPanel customerId={origin.customerId} origin={origin} {...{ name, mayEdit, version, isPhone }} />
      </Popover>
    </DialogTrigger>
  )
}

/** Told apart by shape: a dot, a ring where one is less sure, a tick, a question. */
function Sign({ origin }: { origin: Origin }) {
  if (origin.doubted) return <CircleHelp size={14} aria-hidden="true" className="text-caution" />
  if (origin.confirmed) return <Check size={13} strokeWidth={2.5} aria-hidden="true" className="text-positive" />
  const isSure = origin.confidence >= 0.75
  return <span aria-hidden="true" className={classes('size-1.5 rounded-full', isSure ? 'bg-current' : 'border border-current')} />
}
