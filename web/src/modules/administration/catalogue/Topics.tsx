import { foldJoined } from '@parvandeh/contract/persian'
import { CornerDownLeft, ListTree, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../../api/session.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { FilterBar } from '../../../ui/Page.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { layOutTree, type TreeRow } from '../tree.ts'
import type { EditedTopic, Topic } from './catalogue.types.ts'
import { useCatalogueWords } from './messages.ts'
import { ActiveState } from './Products.tsx'
import { TopicDialog } from './TopicDialog.tsx'

/** Topics one under another. */
export function Topics({ topics }: { topics: readonly Topic[] }) {
  const words = useCatalogueWords()
  const language = useLanguage()
  const canChange = useMay()('catalogue.manage')
  const [typed, setTyped] = useState('')
  const [edited, setEdited] = useState<EditedTopic | null>(null)
  const fitting = topics.filter(({ name }) => foldJoined(name).includes(foldJoined(typed)))
  return (
    <div className="flex flex-col gap-gap">
      <FilterBar>
        <SearchField label={words.searchTopics} value={typed} onChange={setTyped} className="sm:w-80!" />
        {canChange && (
          <Button variant="primary" icon={<Plus size={16} />} onPress={() => setEdited({ id: null, parentId: null })}>
            {words.addTopic}
          </Button>
        )}
      </FilterBar>
      <div className="rounded-card border border-line bg-surface">
        {fitting.length === 0 ? (
          <EmptyState compact={topics.length > 0} icon={<ListTree size={22} />} title={topics.length > 0 ? words.nothing : words.noTopics}>
            {topics.length === 0 && words.noTopicsText}
          </EmptyState>
        ) : (
          <ul aria-label={words.topics}>
            {layOutTree(fitting, language).map((row) => (
              <TopicRow key={row.node.id} row={row} onEdit={canChange ? setEdited : undefined} />
            ))}
          </ul>
        )}
      </div>
      {edited && <TopicDialog topics={topics} edited={edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function TopicRow({ row: { node, depth }, onEdit }: { row: TreeRow<Topic>; onEdit: ((topic: EditedTopic) => void) | undefined }) {
  const words = useCatalogueWords()
  return (
    <li className="border-b border-line last:border-b-0" style={{ paddingInlineStart: `${Math.min(depth, 8) * 1.5}rem` }}>
      <div className="flex min-h-row items-center gap-2.5 ps-4 pe-2">
        {depth > 0 && <CornerDownLeft size={15} aria-hidden="true" className="shrink-0 text-faint in-[[dir=ltr]]:-scale-x-100" />}
        <bdi className={classes('min-w-0 flex-1 truncate', node.active ? 'font-medium' : 'text-muted')}>{node.name}</bdi>
        {!node.active && <ActiveState active={false} />}
        {onEdit && (
          <>
            <IconButton
              size="small"
              label={words.addBelow(node.name)}
              icon={<Plus size={16} />}
              onPress={() => onEdit({ id: null, parentId: node.id })}
            />
            <IconButton size="small" label={words.editTopic(node.name)} icon={<Pencil size={15} />} onPress={() => onEdit(node)} />
          </>
        )}
      </div>
    </li>
  )
}
