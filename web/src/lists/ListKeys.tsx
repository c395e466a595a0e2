import type { RefObject } from 'react'
import { useShortcut } from '../shell/shortcuts.ts'
import type { Column, TableHandle } from '../ui/Table.tsx'
import { useListsWords } from './messages.ts'

/** A key of a list that does something with the row in hand. */
export interface RowKey<Row> {
  code: string
  keys: string
  label: string
  run: (row: Row) => void
}

interface ListKeysProps<Row> {
  handle: RefObject<TableHandle<Row> | null>
  columns: readonly Column<Row>[]
  assign: string | undefined
  rowKeys: readonly RowKey<Row>[] | undefined
  canPick: boolean
  onLetGo: () => void
}

/** The keys of a list: each works on the row that the keyboard is on or the pointer over, and is listed under `?`. */
export function ListKeys<Row>({ handle, columns, assign, rowKeys = [], canPick, onLetGo }: ListKeysProps<Row>) {
  const words = useListsWords().keys
  const canEdit = columns.some(({ edit }) => edit)
  const canAssign = columns.some(({ key, edit }) => key === assign && edit)
  return (
    <>
      {canPick && <Key code="KeyX" keys="X" label={words.tick} run={() => handle.current?.tick()} />}
      {canPick && <Key code="Escape" keys="Esc" label={words.letGo} run={onLetGo} />}
      {canEdit && <Key code="KeyE" keys="E" label={words.edit} run={() => handle.current?.edit()} />}
      {canAssign && <Key code="KeyA" keys="A" label={words.assign} run={() => handle.current?.edit(assign)} />}
      {rowKeys.map(({ code, keys, label, run }) => {
        const act = () => {
          const row = handle.current?.inHand()
          if (row) run(row)
        }
        return <Key key={code} code={code} keys={keys} label={label} run={act} />
      })}
    </>
  )
}

function Key(shortcut: Parameters<typeof useShortcut>[0]) {
  useShortcut(shortcut)
  return null
}
