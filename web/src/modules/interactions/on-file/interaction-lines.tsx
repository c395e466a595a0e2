import { interactionKinds, interactionRoutes, type customerRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { createContext, type ReactNode, use, useId, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { classes, focusRing } from '../../../ui/classes.ts'
import { SkeletonLines } from '../../../ui/states.tsx'
import { TimelineEntry } from '../../../ui/Timeline.tsx'
import { type Glance, kindIcons, lookOf, titleOf } from '../look.ts'
import { useInteractionWords } from '../messages.ts'
import { useOnFileWords } from './messages.ts'

type TimelineLine = ResponseOf<typeof customerRoutes.timeline>['rows'][number]

interface AroundLines {
  customerId: string
  /** Draws an attached document; the page knows how. */
  renderDocument: (documentId: string) => ReactNode
}

/** Whose file the lines are on, and how their documents are drawn. */
export const AroundLinesContext = createContext<AroundLines | null>(null)

/** The lines of calls, visits, messages and notes. */
export function useInteractionLines() {
  const { kindsMany } = useInteractionWords()
  return interactionKinds.map((id) => ({ id, label: kindsMany[id], icon: kindIcons[id], kinds: [id], Line: InteractionLine }))
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function glanceOf({ kind, facts }: TimelineLine): Glance {
  return {
    kind: kind as Glance['kind'],
    direction: textOf(facts.direction) as Glance['direction'],
    channel: (textOf(facts.channel) || 'other') as Glance['channel'],
    answered: facts.answered !== false,
  }
}

function InteractionLine({ line }: { line: TimelineLine }) {
  const words = useInteractionWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const [isOpen, setOpen] = useState(false)
  const panel = useId()
  const { facts } = line
  const glance = glanceOf(line)
  const excerpt = textOf(facts.excerpt)
  const length = typeof facts.minutes === 'number' && facts.minutes > 0 ? format.duration(facts.minutes * 60) : ''
  const title = (
    <>
      {titleOf(glance, words)}
      {length && <span className="text-small font-normal text-muted"> · {length}</span>}
    </>
  )
  const toggle = <Toggle isOpen={isOpen} panel={panel} onToggle={() => setOpen(!isOpen)} />
  return (
    <TimelineEntry
      id={line.subjectId}
      {...lookOf(glance)}
      title={title}
      time={format.time(line.at)}
      by={personName(line.personId)}
      action={toggle}
    >
      {textOf(facts.subject) && (
        <p>
          <bdi>{textOf(facts.subject)}</bdi>
        </p>
      )}
      {!isOpen && excerpt && (
        <p className="line-clamp-2 text-small text-muted">
          <bdi>{excerpt}</bdi>
        </p>
      )}
      <div id={panel}>{isOpen && <WholeInteraction line={line} />}</div>
    </TimelineEntry>
  )
}

function Toggle({ isOpen, panel, onToggle }: { isOpen: boolean; panel: string; onToggle: () => void }) {
  const words = useOnFileWords()
  return (
    <AriaButton
      aria-label={isOpen ? words.hideDetails : words.details}
      aria-expanded={isOpen}
      aria-controls={panel}
      onPress={onToggle}
      className={classes(
        '-me-1.5 grid size-6 cursor-pointer place-items-center self-center rounded-control text-faint pointer-coarse:size-10',
        'data-hovered:bg-hover data-hovered:text-text',
        focusRing,
      )}
    >
      <ChevronDown size={15} aria-hidden="true" className={classes('transition-transform duration-100', isOpen && 'rotate-180')} />
    </AriaButton>
  )
}

function WholeInteraction({ line }: { line: TimelineLine }) {
  const words = useOnFileWords()
  const { channels, machine, imported } = useInteractionWords()
  const format = useFormat()
  const around = use(AroundLinesContext)
  const { data, error } = useQuery(
    query(interactionRoutes.show, { params: { customerId: around?.customerId ?? '', interactionId: line.subjectId } }),
  )
  if (error) return <p className="text-small text-danger">{error.title}</p>
  if (!data) return <SkeletonLines lines={2} />
  const isLate = Math.abs(Date.parse(data.recordedAt) - Date.parse(data.startedAt)) > 3_600_000
  const notes = [
    `${words.channel}: ${channels[data.channel]}`,
    ...(data.source === 'machine' ? [machine] : data.source === 'import' ? [imported] : []),
    ...(isLate ? [words.recordedLater(format.moment(data.recordedAt))] : []),
  ]
  return (
    <div className="mt-1 rounded-control bg-sunken px-3 py-2">
      {data.body ? (
        <p className="whitespace-pre-wrap" dir="auto">
          {data.body}
        </p>
      ) : (
        <p className="text-small text-faint">{words.nothingWritten}</p>
      )}
      {data.documentIds.length > 0 && (
        <ul aria-label={words.attachments} className="mt-1.5 flex flex-col">
          {data.documentIds.map((id) => (
            <li key={id}>{around?.renderDocument(id)}</li>
          ))}
        </ul>
      )}
      <p className="mt-1 text-caption text-muted">{notes.join(' · ')}</p>
    </div>
  )
}
