import { Columns3, Download, FileSpreadsheet, Printer, Rows3 } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuItem, MenuLine, MenuSection, MenuTrigger } from '../ui/Menu.tsx'
import type { Column } from '../ui/table/column.ts'
import { useListsWords } from './messages.ts'

interface ListMenuProps {
  /** Those by which one may group. */
  groups: readonly Pick<Column<never>, 'key' | 'header'>[]
  group: string | null
  onGroup: (key: string | null) => void
  /** The orders to choose among, where there are any beside the heads of the columns. */
  orders: readonly { id: string; label: string }[]
  order: string | null
  onOrder: (id: string) => void
  onColumns: () => void
  /** What would be copied, in words: the rows picked, or those read. */
  copySaid: string
  onCopy: () => void
  onPrint: () => void
  /** Addresses of downloads of the present filters, where the person may have them. */
  exports: readonly { id: string; label: string; href: string }[]
  /** Asks how the list is to be taken out. */
  onExport?: (() => void) | undefined
}

const none = 'none'

/** All that is done with a table as a whole: its columns, its order, its groups, and taking it elsewhere. */
export function ListMenu(props: ListMenuProps) {
  const { groups, group, onGroup, orders, order, onOrder, onColumns, copySaid, onCopy, onPrint, exports, onExport } = props
  const words = useListsWords()
  return (
    <MenuTrigger>
      <Button icon={<Rows3 size={16} />}>
        <span className="max-sm:sr-only">{words.table}</span>
      </Button>
      <Menu>
        <MenuItem id="columns" icon={<Columns3 size={16} />} onAction={onColumns}>
          {words.columns}
        </MenuItem>
        <MenuLine />
        <MenuItem id="copy" icon={<FileSpreadsheet size={16} />} hint={copySaid} onAction={onCopy}>
          {words.copy}
        </MenuItem>
        <MenuItem id="print" icon={<Printer size={16} />} onAction={onPrint}>
          {words.print}
        </MenuItem>
        {onExport && (
          <MenuItem id="export" icon={<Download size={16} />} onAction={onExport}>
            {words.takeOut}
          </MenuItem>
        )}
        {exports.map(({ id, label, href }) => (
          <MenuItem key={id} id={id} icon={<Download size={16} />} href={href} download="">
            {label}
          </MenuItem>
        ))}
        {orders.length > 0 && <Choice name="order" title={words.order} options={orders} value={order} onChange={onOrder} />}
        {groups.length > 0 && (
          <Choice
            name="group"
            title={words.groupBy}
            options={[{ id: none, label: words.noGroup }, ...groups.map(({ key, header }) => ({ id: key, label: header }))]}
            value={group ?? none}
            onChange={(id) => onGroup(id === none ? null : id)}
          />
        )}
      </Menu>
    </MenuTrigger>
  )
}

interface ChoiceProps {
  /** Tells its options from those of other choices in the menu. */
  name: string
  title: string
  options: readonly { id: string; label: string }[]
  value: string | null
  onChange: (id: string) => void
}

/** One of some, within the menu. */
function Choice({ name, title, options, value, onChange }: ChoiceProps) {
  return (
    <MenuSection
      title={title}
      selectionMode="single"
      selectedKeys={value === null ? [] : [`${name}-${value}`]}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (key !== undefined) onChange(String(key).slice(name.length + 1))
      }}
    >
      {options.map(({ id, label }) => (
        <MenuItem key={id} id={`${name}-${id}`}>
          {label}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
