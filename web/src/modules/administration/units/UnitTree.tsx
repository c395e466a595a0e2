import { unitRoutes } from '@parvandeh/contract'
import { CornerDownLeft, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuTrigger } from '../../../ui/Menu.tsx'
import { ConfirmWrite } from '../ConfirmWrite.tsx'
import { layOutTree } from '../tree.ts'
import { useUnitWords } from './messages.ts'
import type { EditedUnit, Unit, Units } from './unit.types.ts'

/** Units one under another, with their branch and how many people each has. */
export function UnitTree({ units: { units, branches }, onEdit }: { units: Units; onEdit: (unit: EditedUnit) => void }) {
  const words = useUnitWords()
  const language = useLanguage()
  const [removed, setRemoved] = useState<Unit | null>(null)
  const branchName = new Map(branches.map(({ id, name }) => [id, name]))
  return (
    <>
      <ul aria-label={words.units}>
        {layOutTree(units, language).map(({ node, depth }) => (
          <li
            key={node.id}
            className="border-b border-line last:border-b-0"
            style={{ paddingInlineStart: `${Math.min(depth, 8) * 1.5}rem` }}
          >
            <UnitRow
              unit={node}
              isBelow={depth > 0}
              branch={node.branchId === null ? undefined : branchName.get(node.branchId)}
              onEdit={onEdit}
              onRemove={() => setRemoved(node)}
            />
          </li>
        ))}
      </ul>
      {removed && (
        <ConfirmWrite
          route={unitRoutes.remove}
          input={{ params: { unitId: removed.id } }}
          stale={[unitRoutes.list]}
          title={words.removeTitle(removed.name)}
          actionLabel={words.removeUnit}
          done={words.removed(removed.name)}
          onClose={() => setRemoved(null)}
        >
          {words.removeText}
        </ConfirmWrite>
      )}
    </>
  )
}

interface UnitRowProps {
  unit: Unit
  isBelow: boolean
  branch: string | undefined
  onEdit: (unit: EditedUnit) => void
  onRemove: () => void
}

function UnitRow({ unit, isBelow, branch, onEdit, onRemove }: UnitRowProps) {
  const words = useUnitWords()
  const format = useFormat()
  return (
    <div className="flex min-h-row items-center gap-2.5 ps-4 pe-2">
      {isBelow && <CornerDownLeft size={15} aria-hidden="true" className="shrink-0 text-faint in-[[dir=ltr]]:-scale-x-100" />}
      <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5 py-1.5">
        <span className="max-w-full truncate font-medium">
          <bdi>{unit.name}</bdi>
        </span>
        {branch && <Badge>{branch}</Badge>}
      </div>
      <span className="ms-auto shrink-0 text-small text-muted">
        {unit.people > 0 ? words.people(format.number(unit.people)) : words.nobody}
      </span>
      <MenuTrigger>
        <IconButton size="small" label={words.more(unit.name)} icon={<Ellipsis size={17} />} />
        <Menu>
          <MenuItem id="edit" icon={<Pencil size={16} />} onAction={() => onEdit(unit)}>
            {words.editUnit}
          </MenuItem>
          <MenuItem id="below" icon={<CornerDownLeft size={16} />} onAction={() => onEdit({ id: null, parentId: unit.id })}>
            {words.addBelow}
          </MenuItem>
          <MenuItem id="remove" danger icon={<Trash2 size={16} />} onAction={onRemove}>
            {words.removeUnit}
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </div>
  )
}
