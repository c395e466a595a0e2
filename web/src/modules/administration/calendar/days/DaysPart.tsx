import { calendarRoutes } from '@parvandeh/contract'
import { addDays, jalaliPeriod } from '@parvandeh/contract/persian'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { query } from '../../../../api/query.ts'
import { useFormat } from '../../../../persian/format.ts'
import { Button } from '../../../../ui/Button.tsx'
import { ErrorState } from '../../../../ui/states.tsx'
import type { Exception, Owner, Week } from '../calendar.types.ts'
import { useCalendarWords } from '../messages.ts'
import { YearTurn } from '../YearTurn.tsx'
import { AddDayDialog } from './AddDayDialog.tsx'
import { MonthCard } from './MonthCard.tsx'

interface DaysPartProps {
  owner: Owner
  year: number
  onYear: (year: number) => void
  week: Week
  canChange: boolean
}

/** A Jalali year: its months, and in them the days that differ from the week. */
export function DaysPart({ owner, year, onYear, week, canChange }: DaysPartProps) {
  const words = useCalendarWords()
  const format = useFormat()
  const { from, to } = jalaliPeriod(year)
  const list = useQuery({ ...query(calendarRoutes.listExceptions, { query: { from, to } }), placeholderData: (before) => before })
  const [adding, setAdding] = useState<string | null>(null)
  const exceptions = (list.data?.exceptions ?? []).filter((one) => concerns(one, owner))
  const uncertain = exceptions.filter(({ certain, day }) => !certain && day >= from && day < to).length
  if (list.error) return <ErrorState failure={list.error} onRetry={() => void list.refetch()} />
  return (
    <div className="flex flex-col gap-gap">
      <YearTurn year={year} onYear={onYear}>
        {uncertain > 0 && <span className="text-small text-muted">{words.uncertainCount(format.number(uncertain))}</span>}
        {canChange && (
          <Button variant="primary" icon={<Plus size={16} />} onPress={() => setAdding(format.today())}>
            {words.addDay}
          </Button>
        )}
      </YearTurn>
      <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {Array.from({ length: 12 }, (_, index) => (
          <MonthCard
            key={index}
            days={daysOfMonth(year, index + 1)}
            exceptions={exceptions}
            owner={owner}
            week={week}
            canChange={canChange}
            onAdd={setAdding}
          />
        ))}
      </div>
      {adding !== null && <AddDayDialog owner={owner} day={adding} onClose={() => setAdding(null)} />}
    </div>
  )
}

/** Those of the organisation hold for everybody; those of a branch or unit only where it is looked at. */
const concerns = (one: Exception, owner: Owner) => one.ownerKind === 'organisation' || one.ownerId === owner.ownerId

function daysOfMonth(year: number, month: number): string[] {
  const { from, to } = jalaliPeriod(year, month)
  const days: string[] = []
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day)
  return days
}
