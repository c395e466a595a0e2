import { relationRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Pencil, Plus, Trash2, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { OriginMark } from '../evidence/OriginMark.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { useKinds } from './kinds.ts'
import { useRelationWords } from './messages.ts'
import { type Relation, type Relations, useKeepRelations } from './relations.ts'
import { RelationDialog } from './RelationDialog.tsx'

interface RelationsCardProps {
  customerId: string
  /** What the file is called, and of what kind it is. */
  file: { displayName: string; kind: 'person' | 'organisation' }
}

/** Whom the customer belongs with: relations to the files that the reader may see. */
export function RelationsCard({ customerId, file }: RelationsCardProps) {
  const shown = useQuery(query(relationRoutes.list, { params: { customerId } }))
  return <RelationsPart customerId={customerId} file={file} shown={shown.data} failure={shown.error} onRetry={() => void shown.refetch()} />
}

interface RelationsPartProps extends RelationsCardProps {
  shown: Relations | undefined
  failure?: { title: string; detail?: string | undefined } | null
  onRetry?: () => void
}

/** The card in each of its states. */
export function RelationsPart({ customerId, file, shown, failure, onRetry }: RelationsPartProps) {
  const words = useRelationWords()
  const [edited, setEdited] = useState<Relation | 'new' | null>(null)
  return (
    <Card
      title={words.title}
      actions={
        <>
          {shown && shown.relations.length > 0 && (
            <Link to="/customers/$customerId/relations" params={{ customerId }} className={buttonClass('quiet', 'small', 'no-underline!')}>
              <Waypoints size={15} aria-hidden="true" />
              {words.graph}
            </Link>
          )}
          {shown?.can.edit && (
            <Button size="small" variant="quiet" icon={<Plus size={15} />} onPress={() => setEdited('new')}>
              {words.add}
            </Button>
          )}
        </>
      }
    >
      {failure && <ErrorState failure={failure} onRetry={onRetry} />}
      {!shown && !failure && <SkeletonLines lines={2} />}
      {shown?.relations.length === 0 && <p className="text-muted">{words.empty}</p>}
      {shown && shown.relations.length > 0 && (
        <ul className="-mx-2 flex flex-col gap-0.5">
          {shown.relations.map((relation) => (
            <RelationLine
              key={relation.id}
              customerId={customerId}
              relation={relation}
              onEdit={shown.can.edit ? () => setEdited(relation) : undefined}
            />
          ))}
        </ul>
      )}
      {shown?.more && <p className="mt-1 text-small text-muted">{words.more}</p>}
      {edited && (
        <RelationDialog customerId={customerId} file={file} relation={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Card>
  )
}

interface RelationLineProps {
  customerId: string
  relation: Relation
  onEdit: (() => void) | undefined
}

function RelationLine({ customerId, relation, onEdit }: RelationLineProps) {
  const words = useRelationWords()
  const { acrossName } = useKinds()
  const remove = useRemove(customerId, relation)
  const { other } = relation
  const notes = [relation.role, useSpell(relation), relation.note].filter(Boolean)
  return (
    <li className="flex items-start gap-2.5 rounded-control px-2 py-1 hover:bg-hover">
      <span className="mt-1.5 text-muted">
        <KindIcon kind={other.kind} label={other.kind === 'person' ? words.person : words.organisation} />
      </span>
      <div className="min-w-0 flex-1">
        <span className="flex min-h-7 flex-wrap items-center gap-x-2">
          <Link to="/customers/$customerId" params={{ customerId: other.customerId }} className="min-w-0 wrap-anywhere">
            <bdi>{other.displayName}</bdi>
          </Link>
          <Badge tone={relation.endedOn === null ? 'accent' : 'neutral'}>{acrossName(relation.kindId, relation.side)}</Badge>
          <OriginMark field={`relations.${relation.id}`} name={acrossName(relation.kindId, relation.side)} mayEdit={onEdit !== undefined} />
          {relation.endedOn !== null && <span className="text-caption text-faint">{words.ended}</span>}
        </span>
        {notes.length > 0 && <p className="text-small text-muted">{notes.join(' · ')}</p>}
      </div>
      {onEdit && (
        <span className="flex shrink-0">
          <IconButton size="small" label={words.edit} icon={<Pencil size={14} />} onPress={onEdit} />
          <IconButton size="small" label={words.remove} icon={<Trash2 size={14} />} onPress={remove} />
        </span>
      )}
    </li>
  )
}

function useSpell({ startedOn, endedOn }: Relation): string | null {
  const words = useRelationWords()
  const format = useFormat()
  if (startedOn !== null && endedOn !== null) return words.between(format.day(startedOn), format.day(endedOn))
  if (startedOn !== null) return words.since(format.day(startedOn))
  return endedOn === null ? null : words.until(format.day(endedOn))
}

function useRemove(customerId: string, relation: Relation): () => void {
  const words = useRelationWords()
  const keep = useKeepRelations(customerId)
  const add = useWrite(relationRoutes.add, { onSuccess: keep, onError: toastFailure })
  const { other, kindId, side, role, startedOn, endedOn, note } = relation
  const putBack = () =>
    add.mutate({ params: { customerId }, body: { otherId: other.customerId, kindId, side, role, startedOn, endedOn, note } })
  const remove = useWrite(relationRoutes.remove, {
    onSuccess: (after) => {
      keep(after)
      toast({ text: words.removed, onUndo: putBack })
    },
    onError: toastFailure,
  })
  return () => remove.mutate({ params: { customerId, relationId: relation.id } })
}
