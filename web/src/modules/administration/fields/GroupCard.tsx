import type { CustomField, FieldGroup } from '@parvandeh/contract'
import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Pencil, Plus, Trash2 } from 'lucide-react'
import { Button as RowButton, GridList, GridListItem, isTextDropItem, useDragAndDrop } from 'react-aria-components'
import { useLabelOf } from '../../../own-fields/use-own-fields.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { classes, focusRing } from '../../../ui/classes.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuTrigger } from '../../../ui/Menu.tsx'
import { FieldLine } from './FieldLine.tsx'
import { useFieldWords } from './messages.ts'
import type { Arrange } from './use-arrange.ts'

interface GroupCardProps {
  group: FieldGroup
  fields: readonly CustomField[]
  isFirst: boolean
  isLast: boolean
  arrange: Arrange
  onAdd: () => void
  onEdit: (field: CustomField) => void
  onRemove: (field: CustomField) => void
  onRename: () => void
  onRemoveGroup: () => void
}

const dragged = 'parvandeh/own-field'

/** The fields of a group in their order: dragged with the mouse, by keys, or moved from their menu, also to another group. */
export function GroupCard(props: GroupCardProps) {
  const { group, fields, arrange, onEdit, onRemove } = props
  const words = useFieldWords()
  const labelOf = useLabelOf()
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragged]: String(key), 'text/plain': String(key) })),
    acceptedDragTypes: [dragged],
    getDropOperation: () => 'move',
    onReorder: ({ keys, target }) => move([...keys].map(String), String(target.key), target.dropPosition === 'after'),
    onInsert: ({ items, target }) => void drop(items, String(target.key), target.dropPosition === 'after'),
    onRootDrop: ({ items }) => void drop(items, null, false),
  })
  const move = (ids: readonly string[], target: string | null, isAfter: boolean) => {
    for (const id of ids) {
      const rest = fields.filter((field) => field.id !== id)
      const place = target === null ? rest.length : rest.findIndex((field) => field.id === target) + (isAfter ? 1 : 0)
      arrange.placeField(id, group.id, place)
    }
  }
  const drop = async (items: readonly Parameters<typeof isTextDropItem>[0][], target: string | null, isAfter: boolean) => {
    const ids = await Promise.all(items.filter(isTextDropItem).map((item) => item.getText(dragged)))
    move(ids, target, isAfter)
  }
  return (
    <Card title={labelOf(group.label)} actions={<GroupTools {...props} />} flush>
      <GridList
        aria-label={labelOf(group.label)}
        items={fields}
        dragAndDropHooks={dragAndDropHooks}
        onAction={(key) => {
          const field = fields.find(({ id }) => id === key)
          if (field) onEdit(field)
        }}
        renderEmptyState={() => <p className="px-4 py-3 text-small text-muted">{words.emptyGroup}</p>}
        className="divide-y divide-line outline-none"
      >
        {(field) => (
          <GridListItem
            id={field.id}
            textValue={labelOf(field.label)}
            className={classes(
              'flex cursor-pointer items-center gap-2 py-2 ps-1.5 pe-2 data-hovered:bg-hover data-drop-target:bg-accent-soft data-dragging:opacity-50',
              focusRing,
            )}
          >
            <RowButton
              slot="drag"
              className="grid size-7 shrink-0 cursor-grab place-items-center rounded-control text-faint outline-none data-focus-visible:outline-2 data-focus-visible:outline-accent"
            >
              <GripVertical size={16} aria-hidden="true" />
            </RowButton>
            <FieldLine field={field} />
            <FieldTools field={field} fields={fields} arrange={arrange} onEdit={onEdit} onRemove={onRemove} />
          </GridListItem>
        )}
      </GridList>
    </Card>
  )
}

function GroupTools({ group, fields, isFirst, isLast, arrange, onAdd, onRename, onRemoveGroup }: GroupCardProps) {
  const words = useFieldWords()
  const labelOf = useLabelOf()
  return (
    <>
      <Button size="small" variant="quiet" icon={<Plus size={15} />} onPress={onAdd}>
        {words.add}
      </Button>
      <MenuTrigger>
        <IconButton size="small" label={words.groupMenu(labelOf(group.label))} icon={<Ellipsis size={17} />} />
        <Menu>
          <MenuItem icon={<Pencil size={16} />} onAction={onRename}>
            {words.renameGroup}
          </MenuItem>
          <MenuItem icon={<ArrowUp size={16} />} isDisabled={isFirst} onAction={() => arrange.moveGroup(group.id, -1)}>
            {words.up}
          </MenuItem>
          <MenuItem icon={<ArrowDown size={16} />} isDisabled={isLast} onAction={() => arrange.moveGroup(group.id, 1)}>
            {words.down}
          </MenuItem>
          <MenuItem danger icon={<Trash2 size={16} />} isDisabled={fields.length > 0} onAction={onRemoveGroup}>
            {words.removeGroup}
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </>
  )
}

type FieldToolsProps = Pick<GroupCardProps, 'fields' | 'arrange' | 'onEdit' | 'onRemove'> & { field: CustomField }

function FieldTools({ field, fields, arrange, onEdit, onRemove }: FieldToolsProps) {
  const words = useFieldWords()
  const labelOf = useLabelOf()
  const place = fields.findIndex(({ id }) => id === field.id)
  return (
    <MenuTrigger>
      <IconButton size="small" label={words.fieldMenu(labelOf(field.label))} icon={<Ellipsis size={17} />} />
      <Menu>
        <MenuItem icon={<Pencil size={16} />} onAction={() => onEdit(field)}>
          {words.edit}
        </MenuItem>
        <MenuItem
          icon={<ArrowUp size={16} />}
          isDisabled={place === 0}
          onAction={() => arrange.placeField(field.id, field.groupId, place - 1)}
        >
          {words.up}
        </MenuItem>
        <MenuItem
          icon={<ArrowDown size={16} />}
          isDisabled={place === fields.length - 1}
          onAction={() => arrange.placeField(field.id, field.groupId, place + 1)}
        >
          {words.down}
        </MenuItem>
        <MenuItem danger icon={<Trash2 size={16} />} onAction={() => onRemove(field)}>
          {words.remove}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
