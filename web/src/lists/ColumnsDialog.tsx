import { ArrowDown, ArrowUp, ChevronsLeftRight, ChevronsRightLeft } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import type { Column } from '../ui/table/column.ts'
import { type ColumnChoice, moveColumn, toggleColumn, widenColumn, widthOf } from '../ui/table/layout.rules.ts'
import { useListsWords } from './messages.ts'

type Named = Pick<Column<never>, 'key' | 'header' | 'optional' | 'essential' | 'width' | 'grow'>

interface ColumnsDialogProps {
  columns: readonly Named[]
  choice: readonly ColumnChoice[]
  /** The choice of the view, or of the list itself, to go back to. */
  own: readonly ColumnChoice[]
  onChange: (choice: ColumnChoice[]) => void
  onClose: () => void
}

const widthStep = 32

/** Which columns, in what order and how wide; the table behind follows at once. */
export function ColumnsDialog({ columns, choice, own, onChange, onClose }: ColumnsDialogProps) {
  const words = useListsWords()
  const shown = choice.flatMap((chosen) => columns.find(({ key }) => key === chosen.key) ?? [])
  const hidden = columns.filter(({ key }) => !choice.some((chosen) => chosen.key === key))
  return (
    <Dialog
      isOpen
      title={words.columnsTitle}
      onOpenChange={(open) => !open && onClose()}
      renderActions={(close) => (
        <>
          <Button variant="primary" onPress={close}>
            {words.done}
          </Button>
          <Button onPress={() => onChange([...own])}>{words.ownColumns}</Button>
        </>
      )}
    >
      <ol className="flex flex-col">
        {[...shown, ...hidden].map((column) => (
          <ColumnLine key={column.key} column={column} columns={columns} choice={choice} onChange={onChange} />
        ))}
      </ol>
    </Dialog>
  )
}

interface ColumnLineProps extends Pick<ColumnsDialogProps, 'columns' | 'choice' | 'onChange'> {
  column: Named
}

function ColumnLine({ column, columns, choice, onChange }: ColumnLineProps) {
  const words = useListsWords()
  const { key, header, essential = false } = column
  const place = choice.findIndex((chosen) => chosen.key === key)
  const width = widthOf(column, choice[place]?.width ?? null)
  const buttons = [
    { label: words.earlier(header), icon: <ArrowUp size={15} />, isOff: place === 0, change: () => moveColumn(choice, key, -1) },
    {
      label: words.later(header),
      icon: <ArrowDown size={15} />,
      isOff: place === choice.length - 1,
      change: () => moveColumn(choice, key, 1),
    },
    {
      label: words.narrower(header),
      icon: <ChevronsRightLeft size={15} />,
      isOff: false,
      change: () => widenColumn(choice, key, width - widthStep),
    },
    {
      label: words.wider(header),
      icon: <ChevronsLeftRight size={15} />,
      isOff: false,
      change: () => widenColumn(choice, key, width + widthStep),
    },
  ]
  return (
    <li className="flex min-h-11 items-center gap-1 border-b border-line last:border-b-0">
      <span className="min-w-0 flex-1">
        <Checkbox isSelected={place !== -1} isDisabled={essential} onChange={() => onChange(toggleColumn(columns, choice, key))}>
          {header}
        </Checkbox>
      </span>
      {place !== -1 &&
        buttons.map(({ label, icon, isOff, change }) => (
          <IconButton key={label} size="small" label={label} icon={icon} isDisabled={isOff} onPress={() => onChange(change())} />
        ))}
    </li>
  )
}
