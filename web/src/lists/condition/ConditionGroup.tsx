import { Braces, Plus, Trash2 } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import type { ConditionSource } from './condition-source.types.ts'
import { ConditionLine } from './ConditionLine.tsx'
import { type Group, isGroup, newGroup, newLine } from './draft.rules.ts'
import { useConditionWords } from './messages.ts'

interface ConditionGroupProps {
  group: Group
  source: ConditionSource
  depth: number
  /** The line that was added last: it is written next. */
  fresh: string | null
  onChange: (group: Group) => void
  onRemove?: () => void
  onFresh: (id: string) => void
}

const deepest = 3

/** Lines and groups under one joining word, and the buttons for more of them. */
export function ConditionGroup({ group, source, depth, fresh, onChange, onRemove, onFresh }: ConditionGroupProps) {
  const words = useConditionWords()
  const replace = (place: number, part: Group['parts'][number] | null) =>
    onChange({ ...group, parts: group.parts.flatMap((old, index) => (index === place ? (part ? [part] : []) : [old])) })
  const addLine = () => {
    const line = newLine('', 'equals')
    onFresh(line.id)
    onChange({ ...group, parts: [...group.parts, line] })
  }
  const addGroup = () => {
    const line = newLine('', 'equals')
    onFresh(line.id)
    onChange({ ...group, parts: [...group.parts, newGroup(group.join === 'any' ? 'all' : 'any', [line])] })
  }
  return (
    <div
      role="group"
      aria-label={words.joins[group.join]}
      className={classes('flex flex-col gap-3', depth > 1 && 'rounded-card border border-line bg-sunken/60 p-3')}
    >
      {(group.parts.length > 1 || depth > 1 || group.join !== 'all') && (
        <div className="flex items-center gap-2">
          <Segmented
            label={words.join}
            options={(['all', 'any', 'none'] as const).map((id) => ({ id, label: words.joins[id] }))}
            value={group.join}
            onChange={(join) => onChange({ ...group, join })}
          />
          <span className="flex-1" />
          {onRemove && <IconButton size="small" label={words.removeGroup} icon={<Trash2 size={16} />} onPress={onRemove} />}
        </div>
      )}
      {group.parts.map((part, place) =>
        isGroup(part) ? (
          <ConditionGroup
            key={part.id}
            group={part}
            depth={depth + 1}
            {...{ source, fresh, onFresh }}
            onChange={(changed) => replace(place, changed.parts.length === 0 ? null : changed)}
            onRemove={() => replace(place, null)}
          />
        ) : (
          <ConditionLine
            key={part.id}
            line={part}
            source={source}
            hasFocus={fresh === part.id}
            onChange={(line) => replace(place, line)}
            onRemove={() => replace(place, null)}
          />
        ),
      )}
      <Adding onLine={addLine} onGroup={depth < deepest ? addGroup : undefined} />
    </div>
  )
}

function Adding({ onLine, onGroup }: { onLine: () => void; onGroup: (() => void) | undefined }) {
  const words = useConditionWords()
  return (
    <div className="flex flex-wrap gap-1.5">
      <Button size="small" icon={<Plus size={15} />} onPress={onLine}>
        {words.addLine}
      </Button>
      {onGroup && (
        <Button size="small" variant="quiet" icon={<Braces size={15} />} onPress={onGroup}>
          {words.addGroup}
        </Button>
      )}
    </div>
  )
}
