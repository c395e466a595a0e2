import { classificationRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Card } from '../../../ui/Card.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { ClassDialog } from './ClassDialog.tsx'
import { ClassMark } from './marks.tsx'
import { useClassWords } from './messages.ts'
import { type FileClasses, type Scheme, useSchemes } from './schemes.ts'

/** The class of the customer in each scheme, who or what put them there, and what it was before. */
export function ClassesCard({ customerId }: { customerId: string }) {
  const { schemes, isRead } = useSchemes()
  const shown = useQuery({ ...query(classificationRoutes.ofFile, { params: { customerId } }), enabled: schemes.length > 0 })
  // An organisation that classifies nobody is not reminded of it on every file.
  if (isRead && !schemes.some(({ active }) => active)) return null
  return (
    <ClassesPart customerId={customerId} schemes={schemes} shown={shown.data} failure={shown.error} onRetry={() => void shown.refetch()} />
  )
}

interface ClassesPartProps {
  customerId: string
  schemes: readonly Scheme[]
  shown: FileClasses | undefined
  failure?: { title: string; detail?: string | undefined } | null
  onRetry?: () => void
}

/** The card in each of its states. */
export function ClassesPart({ customerId, schemes, shown, failure, onRetry }: ClassesPartProps) {
  const words = useClassWords()
  const [edited, setEdited] = useState<Scheme | null>(null)
  return (
    <Card title={words.title}>
      {failure && <ErrorState failure={failure} onRetry={onRetry} />}
      {!shown && !failure && <SkeletonLines lines={2} />}
      {shown && (
        <ul className="-mx-2 flex flex-col gap-0.5">
          {schemes
            .filter(({ active }) => active)
            .map((scheme) => (
              <SchemeLine
                key={scheme.id}
                scheme={scheme}
                held={shown.classes.find(({ schemeId }) => schemeId === scheme.id)}
                onEdit={shown.can.edit && scheme.by === 'hand' ? () => setEdited(scheme) : undefined}
              />
            ))}
        </ul>
      )}
      {shown && shown.history.length > 0 && <History shown={shown} schemes={schemes} />}
      {edited && <ClassDialog customerId={customerId} scheme={edited} shown={shown} onClose={() => setEdited(null)} />}
    </Card>
  )
}

interface SchemeLineProps {
  scheme: Scheme
  held: FileClasses['classes'][number] | undefined
  onEdit: (() => void) | undefined
}

function SchemeLine({ scheme, held, onEdit }: SchemeLineProps) {
  const words = useClassWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const { nameOf } = useSchemes()
  const found = scheme.classes.find(({ id }) => id === held?.classId)
  const notes = held && [
    held.byRule ? words.byRule : words.byHand(personName(held.setBy) ?? null),
    words.since(format.date(held.since)),
    held.reason,
  ]
  return (
    <li className="flex items-start gap-2 rounded-control px-2 py-1 hover:bg-hover">
      <div className="min-w-0 flex-1">
        <span className="flex min-h-7 flex-wrap items-center gap-x-2">
          <span className="text-muted">{nameOf(scheme)}:</span>
          {found ? (
            <Badge tone="accent" icon={<ClassMark mark={found.mark} />}>
              {nameOf(found)}
            </Badge>
          ) : (
            <span className="text-faint">{words.none}</span>
          )}
        </span>
        {notes && <p className="text-small text-muted">{notes.filter(Boolean).join(' · ')}</p>}
      </div>
      {onEdit && <IconButton size="small" label={words.change(nameOf(scheme))} icon={<Pencil size={14} />} onPress={onEdit} />}
    </li>
  )
}

function History({ shown, schemes }: { shown: FileClasses; schemes: readonly Scheme[] }) {
  const words = useClassWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const { nameOf } = useSchemes()
  const className = (scheme: Scheme | undefined, classId: string | null) => {
    const found = scheme?.classes.find(({ id }) => id === classId)
    return found ? nameOf(found) : words.none
  }
  return (
    <details className="mt-2">
      <summary className="cursor-pointer text-small text-accent-text">{words.history}</summary>
      <ol className="mt-1 flex flex-col gap-1.5">
        {shown.history.map((change) => {
          const scheme = schemes.find(({ id }) => id === change.schemeId)
          const by = change.byRule ? words.byRule : words.byHand(personName(change.personId) ?? null)
          return (
            <li key={change.id} className="text-small">
              {scheme && words.moved(nameOf(scheme), className(scheme, change.fromClassId), className(scheme, change.toClassId))}
              <span className="block text-caption text-muted">
                {[format.moment(change.at), by, change.reason].filter(Boolean).join(' · ')}
              </span>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
