import { type CustomField, customFieldRoutes, type FieldGroup } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { LayoutList, Plus, Sparkles } from 'lucide-react'
import { useEffect, useState } from 'react'
import { query } from '../../../api/query.ts'
import { useLabelOf } from '../../../own-fields/use-own-fields.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { ConfirmWrite } from '../ConfirmWrite.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import type { Edited, EditedGroup, OwnFields } from './field.types.ts'
import { FieldDialog } from './FieldDialog.tsx'
import { GroupCard } from './GroupCard.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { useFieldWords } from './messages.ts'
import { RemovedFields } from './RemovedFields.tsx'
import { RemoveFieldDialog } from './RemoveFieldDialog.tsx'
import { StarterSets } from './StarterSets.tsx'
import { useArrange } from './use-arrange.ts'

const everySoOften = 2000

/** The fields that the organisation asks of its customers beyond the built-in ones, in their groups. */
export function FieldsPage() {
  const words = useFieldWords()
  const client = useQueryClient()
  const shown = useQuery(query(customFieldRoutes.list))
  const [asksSet, setAsksSet] = useState(false)
  const [edited, setEdited] = useState<Edited | null>(null)
  const [group, setGroup] = useState<EditedGroup | null>(null)
  const isWorking = shown.data?.fields.some(({ work }) => work !== null) ?? false
  useEffect(() => {
    if (!isWorking) return undefined
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: [customFieldRoutes.list.path] }), everySoOften)
    return () => clearInterval(timer)
  }, [isWorking, client])
  const firstGroup = shown.data?.groups[0]
  return (
    <SettingsFrame
      section="fields"
      actions={
        <>
          <Button icon={<Sparkles size={16} />} onPress={() => setAsksSet(true)}>
            {words.sets}
          </Button>
          <Button icon={<LayoutList size={16} />} onPress={() => setGroup('new')}>
            {words.addGroup}
          </Button>
          {firstGroup && (
            <Button variant="primary" icon={<Plus size={16} />} onPress={() => setEdited({ groupId: firstGroup.id })}>
              {words.add}
            </Button>
          )}
        </>
      }
    >
      {shown.error && <ErrorState failure={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.isPending && <SkeletonLines lines={8} />}
      {shown.data && <Groups shown={shown.data} onEdit={setEdited} onGroup={setGroup} onSets={() => setAsksSet(true)} />}
      {shown.data && edited && <FieldDialog shown={shown.data} edited={edited} onClose={() => setEdited(null)} />}
      {group && <GroupDialog group={group} onClose={() => setGroup(null)} />}
      {asksSet && <StarterSets onClose={() => setAsksSet(false)} />}
    </SettingsFrame>
  )
}

interface GroupsProps {
  shown: OwnFields
  onEdit: (edited: Edited) => void
  onGroup: (group: FieldGroup) => void
  onSets: () => void
}

function Groups({ shown, onEdit, onGroup, onSets }: GroupsProps) {
  const words = useFieldWords()
  const labelOf = useLabelOf()
  const arrange = useArrange(shown)
  const [removed, setRemoved] = useState<CustomField | null>(null)
  const [removedGroup, setRemovedGroup] = useState<FieldGroup | null>(null)
  return (
    <div className="flex flex-col gap-gap">
      {shown.groups.length === 0 && (
        <EmptyState
          icon={<LayoutList size={22} />}
          title={words.noneTitle}
          action={
            <Button variant="primary" icon={<Sparkles size={16} />} onPress={onSets}>
              {words.setsTitle}
            </Button>
          }
        >
          {words.noneText}
        </EmptyState>
      )}
      {shown.groups.map((group, place) => (
        <GroupCard
          key={group.id}
          group={group}
          fields={shown.fields.filter(({ groupId }) => groupId === group.id)}
          isFirst={place === 0}
          isLast={place === shown.groups.length - 1}
          arrange={arrange}
          onAdd={() => onEdit({ groupId: group.id })}
          onEdit={(field) => onEdit({ field })}
          onRemove={setRemoved}
          onRename={() => onGroup(group)}
          onRemoveGroup={() => setRemovedGroup(group)}
        />
      ))}
      <RemovedFields removed={shown.removed} />
      {removed && <RemoveFieldDialog field={removed} onClose={() => setRemoved(null)} />}
      {removedGroup && (
        <ConfirmWrite
          route={customFieldRoutes.removeGroup}
          input={{ params: { groupId: removedGroup.id } }}
          stale={[customFieldRoutes.list]}
          title={words.removeGroupTitle(labelOf(removedGroup.label))}
          actionLabel={words.removeGroup}
          done={words.groupRemoved}
          onClose={() => setRemovedGroup(null)}
        >
          {words.removeGroupText}
        </ConfirmWrite>
      )}
    </div>
  )
}
