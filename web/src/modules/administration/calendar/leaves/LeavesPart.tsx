import { calendarRoutes } from '@parvandeh/contract'
import { addDays, jalaliPeriod } from '@parvandeh/contract/persian'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Palmtree, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../../api/directory.ts'
import { query, useWrite } from '../../../../api/query.ts'
import { useFormat } from '../../../../persian/format.ts'
import { Button } from '../../../../ui/Button.tsx'
import { IconButton } from '../../../../ui/IconButton.tsx'
import { EmptyState, ErrorState } from '../../../../ui/states.tsx'
import { type Column, Table } from '../../../../ui/Table.tsx'
import { toast, toastFailure } from '../../../../ui/toast.tsx'
import type { Leave } from '../calendar.types.ts'
import { useCalendarWords } from '../messages.ts'
import { YearTurn } from '../YearTurn.tsx'
import { AddLeaveDialog } from './AddLeaveDialog.tsx'

/** Who is away and when, in a Jalali year. */
export function LeavesPart({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const words = useCalendarWords()
  const list = useQuery(query(calendarRoutes.listLeaves, { query: jalaliPeriod(year) }))
  const [adding, setAdding] = useState(false)
  const columns = useLeaveColumns()
  return (
    <div className="flex flex-col gap-gap">
      <YearTurn year={year} onYear={onYear}>
        <Button variant="primary" icon={<Plus size={16} />} onPress={() => setAdding(true)}>
          {words.addLeave}
        </Button>
      </YearTurn>
      {list.error ? (
        <ErrorState failure={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Table
          label={words.tabs.leaves}
          columns={columns}
          rows={list.data?.leaves ?? []}
          rowKey={({ id }) => id}
          isPending={list.isPending}
          empty={
            <EmptyState icon={<Palmtree size={22} />} title={words.noLeaves}>
              {words.noLeavesText}
            </EmptyState>
          }
        />
      )}
      {adding && <AddLeaveDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function useLeaveColumns(): readonly Column<Leave>[] {
  const words = useCalendarWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const { leaveColumns: heads } = words
  const isMidnight = (moment: string) => format.time(moment) === format.digits('00:00')
  /** Whole days are told by their dates, the last one included. */
  const areDays = ({ from, to }: Leave) => isMidnight(from) && isMidnight(to)
  return [
    { key: 'person', header: heads.person, phone: 'title', grow: true, cell: ({ personId }) => <bdi>{personName(personId) ?? '—'}</bdi> },
    { key: 'from', header: heads.from, cell: (leave) => (areDays(leave) ? format.date(leave.from) : format.moment(leave.from)) },
    {
      key: 'to',
      header: heads.to,
      cell: (leave) => (areDays(leave) ? format.day(addDays(format.dayOf(leave.to), -1)) : format.moment(leave.to)),
    },
    { key: 'note', header: heads.note, cell: ({ note }) => <span className="text-muted">{note}</span> },
    { key: 'remove', header: heads.remove, phone: 'aside', cell: (leave) => <RemoveLeave leave={leave} /> },
  ]
}

function RemoveLeave({ leave: { id, personId, from, to, note } }: { leave: Leave }) {
  const words = useCalendarWords()
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ queryKey: [calendarRoutes.listLeaves.path] })
  const restore = useWrite(calendarRoutes.addLeave, { onSuccess: refresh, onError: toastFailure })
  const remove = useWrite(calendarRoutes.removeLeave, {
    onSuccess: () => {
      refresh()
      toast({ text: words.leaveRemoved, onUndo: () => restore.mutate({ body: { personId, from, to, note } }) })
    },
    onError: toastFailure,
  })
  return (
    <IconButton
      size="small"
      label={words.removeLeave}
      icon={<Trash2 size={15} />}
      isDisabled={remove.isPending}
      onPress={() => remove.mutate({ params: { leaveId: id } })}
    />
  )
}
