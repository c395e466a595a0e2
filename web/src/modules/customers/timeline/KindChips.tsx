import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classes, focusRing } from '../../../ui/classes.ts'
import type { LineKind } from './line-kind.ts'
import { useTimelineWords } from './messages.ts'

interface KindChipsProps {
  kinds: readonly LineKind[]
  /** Ids of the kinds to show; none means all. */
  shown: readonly string[]
  onShow: (ids: string[]) => void
}

/** Narrows the timeline to some kinds; several at once. */
export function KindChips({ kinds, shown, onShow }: KindChipsProps) {
  const words = useTimelineWords()
  return (
    <ToggleButtonGroup
      aria-label={words.title}
      selectionMode="multiple"
      selectedKeys={shown.length === 0 ? ['all'] : shown}
      onSelectionChange={(keys) => onShow(keys.has('all') && shown.length > 0 ? [] : [...keys].map(String).filter((id) => id !== 'all'))}
      className="flex gap-1.5 overflow-x-auto px-4 py-2.5 [scrollbar-width:none] md:flex-wrap"
    >
      <Chip id="all">{words.everything}</Chip>
      {kinds.map(({ id, label, icon: Icon }) => (
        <Chip key={id} id={id}>
          <Icon size={14} aria-hidden="true" />
          {label}
        </Chip>
      ))}
    </ToggleButtonGroup>
  )
}

function Chip({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <ToggleButton
      id={id}
      className={classes(
        'inline-flex min-h-control-small shrink-0 cursor-pointer items-center gap-1.5 rounded-full border border-line px-2.5 text-small whitespace-nowrap text-muted',
        'data-hovered:bg-hover data-selected:border-accent-line data-selected:bg-accent-soft data-selected:font-medium data-selected:text-accent-text',
        focusRing,
        '-outline-offset-2!',
      )}
    >
      {children}
    </ToggleButton>
  )
}
