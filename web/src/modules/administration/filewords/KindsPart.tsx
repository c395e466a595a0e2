import { type RelationKind, relationKindRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Badge, StatusBadge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FilterBar } from '../../../ui/Page.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { KindDialog } from './KindDialog.tsx'
import { useFileWordWords } from './messages.ts'
import { WordRow } from './WordRow.tsx'

/** The kinds of relation, each with both its directions. */
export function KindsPart() {
  const words = useFileWordWords()
  const language = useLanguage()
  const { data, error, refetch } = useQuery(query(relationKindRoutes.list))
  const [edited, setEdited] = useState<RelationKind | 'new' | null>(null)
  const nameOf = (kind: RelationKind) => {
    const [a, b] = language === 'fa' ? [kind.aFa, kind.bFa] : [kind.aEn, kind.bEn]
    return a === b ? a : words.kindOf(a, b)
  }
  return (
    <div className="flex flex-col gap-gap">
      <FilterBar>
        <Button variant="primary" icon={<Plus size={16} />} onPress={() => setEdited('new')}>
          {words.addKind}
        </Button>
      </FilterBar>
      {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && (
        <ul className="rounded-card border border-line bg-surface">
          {data.kinds.map((kind) => (
            <WordRow
              key={kind.id}
              name={nameOf(kind)}
              isFaint={!kind.active}
              notes={
                <>
                  {kind.kinship && <Badge>{words.kinshipSign}</Badge>}
                  {!kind.active && <StatusBadge shape="dash">{words.inactive}</StatusBadge>}
                </>
              }
              editLabel={words.editTag(nameOf(kind))}
              onEdit={() => setEdited(kind)}
            />
          ))}
        </ul>
      )}
      {edited && <KindDialog kind={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}
