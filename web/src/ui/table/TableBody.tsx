import { useFormat } from '../../persian/format.ts'
import { useUiWords } from '../messages.ts'
import { isSelected } from './selection.rules.ts'
import type { TableProps } from './table.types.ts'
import { Gap, GroupHead, TableRow, WaitingRows } from './TableRow.tsx'
import type { useTable } from './use-table.ts'

interface TableBodyProps<Row> {
  table: Omit<ReturnType<typeof useTable<Row>>, 'region'>
  props: TableProps<Row>
  isWaiting: boolean
}

/** The rows and the heads of their groups, as far as they are in sight. */
export function TableBody<Row>({ table, props, isWaiting }: TableBodyProps<Row>) {
  const { rowKey, onOpen, selection, layout, more } = props
  const { body, lines, shown, keys, rowWindow, pick, press, setEdited } = table
  const words = useUiWords()
  const format = useFormat()
  const { measure } = rowWindow
  const span = shown.columns.length + (selection ? 1 : 0)
  return (
    <tbody ref={body} className="max-md:block print:table-row-group!" {...keys.listeners}>
      {rowWindow.parts.map((part) => {
        if ('gap' in part) return <Gap key={`gap-${part.before}`} height={part.gap} span={span} />
        const line = lines[part.line]
        if (!line) return null
        if (line.kind === 'group') {
          const said = more?.has ? words.groupSoFar(format.number(line.count)) : words.groupCount(format.number(line.count))
          return <GroupHead key={`group-${line.key}`} name={line.name} said={said} line={part.line} span={span} measure={measure} />
        }
        const { row, place } = line
        const key = rowKey(row)
        return (
          <TableRow
            key={key}
            row={row}
            rowKey={key}
            columns={shown.columns}
            line={part.line}
            place={place}
            isStop={place === keys.current}
            isSelected={selection && isSelected(selection.value, key)}
            isFixed={layout !== undefined}
            onPress={onOpen && ((event) => press(event, row))}
            onTick={selection && ((withShift) => pick(key, withShift))}
            onEdit={(column) => setEdited({ row, rowKey: key, columnKey: column.key })}
            measure={measure}
          />
        )
      })}
      {isWaiting && <WaitingRows columns={shown.columns} hasTicks={selection !== undefined} />}
    </tbody>
  )
}
