import { Columns3, Download, FileSpreadsheet, Group, Printer, Rows3 } from 'lucide-react'
import { setPreferences, usePreferences } from '../i18n/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuItem, MenuLine, MenuSection, MenuTrigger } from '../ui/Menu.tsx'
import type { Column } from '../ui/table/column.ts'
import { useListsWords } from './messages.ts'

interface ListMenuProps {
  /** Those by which one may group. */
  groups: readonly Pick<Column<never>, 'key' | 'header'>[]
  group: string | null
  onGroup: (key: string | null) => void
  onColumns: () => void
  /** What would be copied, in words: the rows picked, or those read. */
  copySaid: string
  onCopy: () => void
  onPrint: () => void
  /** Addresses of downloads of the present filters, where the person may have them. */
  exports: readonly { id: string; label: string; href: string }[]
}

const none = 'none'

/** All that is done with a table as a whole: its columns, its groups, how dense it is, and taking it elsewhere. */
export function ListMenu({ groups, group, onGroup, onColumns, copySaid, onCopy, onPrint, exports }: ListMenuProps) {
  const words = useListsWords()
  const { density } = usePreferences()
  return (
    <MenuTrigger>
      <Button icon={<Rows3 size={16} />} data-print="no">
        {words.table}
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
        {exports.map(({ id, label, href }) => (
          <MenuItem key={id} id={id} icon={<Download size={16} />} href={href} download="">
            {label}
          </MenuItem>
        ))}
        {groups.length > 0 && (
          <MenuSection
            title={words.groupBy}
            selectionMode="single"
            selectedKeys={[group ?? none]}
            onSelectionChange={(keys) => {
              const [key] = keys
              onGroup(key === undefined || key === none ? null : String(key))
            }}
          >
            <MenuItem id={none}>{words.noGroup}</MenuItem>
            {groups.map(({ key, header }) => (
              <MenuItem key={key} id={key} icon={<Group size={15} />}>
                {header}
              </MenuItem>
            ))}
          </MenuSection>
        )}
        <MenuSection
          title={words.density}
          selectionMode="single"
          selectedKeys={[density]}
          onSelectionChange={(keys) => setPreferences({ density: [...keys][0] === 'compact' ? 'compact' : 'comfortable' })}
        >
          <MenuItem id="comfortable">{words.densities.comfortable}</MenuItem>
          <MenuItem id="compact">{words.densities.compact}</MenuItem>
        </MenuSection>
      </Menu>
    </MenuTrigger>
  )
}
