import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../../../ui/classes.ts'
import { IconButton } from '../../../ui/IconButton.tsx'

interface WordRowProps {
  name: string
  /** In smaller letters behind the name. */
  notes?: ReactNode
  isFaint?: boolean
  editLabel: string
  onEdit: () => void
}

/** A word of a vocabulary in its list. */
export function WordRow({ name, notes, isFaint = false, editLabel, onEdit }: WordRowProps) {
  return (
    <li className="flex min-h-row items-center gap-2.5 border-b border-line ps-4 pe-2 last:border-b-0">
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 py-1">
        <bdi className={classes('min-w-0 wrap-anywhere', isFaint ? 'text-muted' : 'font-medium')}>{name}</bdi>
        {notes}
      </span>
      <IconButton size="small" label={editLabel} icon={<Pencil size={15} />} onPress={onEdit} />
    </li>
  )
}
