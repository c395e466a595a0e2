import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Focusable } from 'react-aria-components'
import { Tooltip, TooltipTrigger } from '../../../ui/Tooltip.tsx'
import type { CustomerFile } from './fixed-facts.ts'
import { useFileWords } from './messages.ts'

/** Facts that belong together, under their name. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 border-b border-line pb-0.5 text-caption font-medium text-faint">{title}</h3>
      {children}
    </section>
  )
}

/** A value that looks wrong and was kept all the same carries a sign, with the reason that was given. */
export function DoubtSign({ file, field }: { file: CustomerFile; field: string }) {
  const words = useFileWords()
  const doubt = file.problems.find((problem) => problem.field === field)
  if (!doubt) return null
  const said = doubt.reason === null ? doubt.message : words.doubtKept(doubt.message, doubt.reason)
  return (
    <TooltipTrigger delay={150}>
      <Focusable>
        <span role="img" aria-label={said} tabIndex={0} className="shrink-0 rounded-full text-caution">
          <TriangleAlert size={15} />
        </span>
      </Focusable>
      <Tooltip>{said}</Tooltip>
    </TooltipTrigger>
  )
}
