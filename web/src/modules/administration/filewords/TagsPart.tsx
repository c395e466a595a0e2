import { tagGroupClasses, tagGroups, tagRoutes } from '@parvandeh/contract'
import { foldSpaced } from '@parvandeh/contract/persian'
import { useQuery } from '@tanstack/react-query'
import { Lock, Plus, Tags } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge, StatusBadge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { FilterBar } from '../../../ui/Page.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { useFileWordWords } from './messages.ts'
import type { Tag } from './tag.types.ts'
import { TagDialog } from './TagDialog.tsx'
import { WordRow } from './WordRow.tsx'

/** The vocabulary of tags by their groups. */
export function TagsPart() {
  const words = useFileWordWords()
  const { data, error, refetch } = useQuery(query(tagRoutes.list))
  const [typed, setTyped] = useState('')
  const [edited, setEdited] = useState<Tag | 'new' | null>(null)
  const tags = data?.tags ?? []
  const fitting = tags.filter((tag) => foldSpaced(`${tag.name} ${tag.nameEn ?? ''}`).includes(foldSpaced(typed)))
  return (
    <div className="flex flex-col gap-gap">
      <FilterBar>
        <SearchField label={words.searchTags} value={typed} onChange={setTyped} className="sm:w-80!" />
        <Button variant="primary" icon={<Plus size={16} />} onPress={() => setEdited('new')}>
          {words.addTag}
        </Button>
      </FilterBar>
      {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && fitting.length === 0 && (
        <EmptyState compact icon={<Tags size={22} />} title={tags.length === 0 ? words.tagsEmpty : words.noTags} />
      )}
      <div className="grid items-start gap-gap lg:grid-cols-2">
        {tagGroups
          .filter((group) => fitting.some((tag) => tag.group === group))
          .map((group) => (
            <GroupCard key={group} group={group} tags={fitting.filter((tag) => tag.group === group)} all={tags} onEdit={setEdited} />
          ))}
      </div>
      {edited && <TagDialog tag={edited === 'new' ? null : edited} tags={tags} onClose={() => setEdited(null)} />}
    </div>
  )
}

interface GroupCardProps {
  group: Tag['group']
  tags: readonly Tag[]
  all: readonly Tag[]
  onEdit: (tag: Tag) => void
}

function GroupCard({ group, tags, all, onEdit }: GroupCardProps) {
  const words = useFileWordWords()
  const format = useFormat()
  const isSensitive = tagGroupClasses[group] === 'sensitive'
  return (
    <Card
      flush
      title={
        <span className="inline-flex items-center gap-2">
          {words.groups[group]}
          <span className="text-small font-normal text-muted">{format.number(tags.length)}</span>
        </span>
      }
      actions={isSensitive && <Badge icon={<Lock size={13} aria-hidden="true" />}>{words.sensitive}</Badge>}
    >
      <ul>
        {tags.map((tag) => {
          const into = all.find(({ id }) => id === tag.mergedInto)
          return (
            <WordRow
              key={tag.id}
              name={format.language === 'en' ? (tag.nameEn ?? tag.name) : tag.name}
              isFaint={!tag.active || into !== undefined}
              notes={
                <>
                  {into && <span className="text-small text-muted">{words.mergedInto(into.name)}</span>}
                  {!tag.active && <StatusBadge shape="dash">{words.inactive}</StatusBadge>}
                </>
              }
              editLabel={words.editTag(tag.name)}
              onEdit={() => onEdit(tag)}
            />
          )
        })}
      </ul>
    </Card>
  )
}
