import { type ReactNode, useState } from 'react'
import { classes } from '../../../ui/classes.ts'
import { Segmented } from '../../../ui/Segmented.tsx'
import { BehaviourCard } from '../behaviour/BehaviourCard.tsx'
import { BusinessCard } from '../business/BusinessCard.tsx'
import { ClassesCard } from '../classes/ClassesCard.tsx'
import { RelationsCard } from '../relations/RelationsCard.tsx'
import { AccessCard } from './AccessCard.tsx'
import { FactsCard } from './FactsCard.tsx'
import { FileHeader } from './FileHeader.tsx'
import type { CustomerFile } from './fixed-facts.ts'
import { useFileWords } from './messages.ts'

type Part = 'timeline' | 'facts' | 'work'

interface FileLayoutProps {
  file: CustomerFile
  onLog: (kind?: 'note') => void
  /** The form for calls, messages and notes, and the timeline under it. */
  timeline: ReactNode
  /** Open requests and documents. */
  work: ReactNode
  /** How far the facts are to be relied on, and what of them does not agree. */
  evidence?: ReactNode
}

/**
 * A file on a page: facts, timeline and work side by side where there is room, two columns on a common screen, and on
 * a phone one part at a time, since nothing can be reached below a timeline that goes on.
 */
export function FileLayout({ file, onLog, timeline, work, evidence }: FileLayoutProps) {
  const words = useFileWords()
  const [part, setPart] = useState<Part>('timeline')
  const column = (name: Part, place: string) => classes('flex min-w-0 flex-col gap-gap', place, part !== name && 'max-lg:hidden')
  const log = (kind?: 'note') => {
    setPart('timeline')
    onLog(kind)
  }
  return (
    <div className="mx-auto flex w-full max-w-480 min-w-0 flex-col gap-gap px-4 pt-4 pb-10 md:px-6">
      <title>{file.displayName}</title>
      <FileHeader file={file} onLog={log} />
      <Segmented
        className="lg:hidden"
        label={words.partsLabel}
        value={part}
        onChange={setPart}
        options={(['timeline', 'facts', 'work'] as const).map((id) => ({ id, label: words.parts[id] }))}
      />
      <div className="grid grid-cols-1 items-start gap-gap lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] xl:grid-cols-[minmax(0,1fr)_23rem] 2xl:grid-cols-[22rem_minmax(0,1fr)_22rem] 2xl:grid-rows-none">
        <div className={column('timeline', 'lg:row-span-2 2xl:order-2 2xl:row-span-1')}>
          <PartHeading>{words.operational}</PartHeading>
          {timeline}
        </div>
        <div className={column('work', '2xl:order-3')}>{work}</div>
        <div className={column('facts', '2xl:order-1')}>
          <PartHeading>{words.fixed}</PartHeading>
          {evidence}
          <AccessCard file={file} />
          <FactsCard file={file} />
          <ClassesCard customerId={file.customerId} />
          <RelationsCard customerId={file.customerId} file={{ displayName: file.displayName, kind: file.kind ?? 'person' }} />
          <BehaviourCard customerId={file.customerId} />
          <BusinessCard customerId={file.customerId} />
        </div>
      </div>
    </div>
  )
}

/** What time has little effect on, and what arises from it, stand apart (C2). */
function PartHeading({ children }: { children: ReactNode }) {
  return <h2 className="-mb-2 text-caption font-medium text-faint max-lg:sr-only">{children}</h2>
}
