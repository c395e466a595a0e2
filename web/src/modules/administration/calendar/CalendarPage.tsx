import { calendarRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { RefreshCw } from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { type CalendarSearch, ownerOf, yearOf } from './calendar-search.ts'
import type { OwnedCalendar, Owner } from './calendar.types.ts'
import { HoursPart } from './hours/HoursPart.tsx'
import { LeavesPart } from './leaves/LeavesPart.tsx'
import { useCalendarWords } from './messages.ts'
import { DaysPart } from './days/DaysPart.tsx'

const sameOwner = (left: Owner, right: Owner) => left.ownerKind === right.ownerKind && left.ownerId === right.ownerId

/** Hours, holidays and leave of the organisation, a branch or a unit. */
export function CalendarPage() {
  const words = useCalendarWords()
  const navigate = useNavigate()
  const format = useFormat()
  const may = useMay()
  const search = useSearch({ from: '/app/settings/calendar' })
  const shown = useQuery(query(calendarRoutes.show))
  const turn = (change: CalendarSearch) => void navigate({ to: '/settings/calendar', search: { ...search, ...change }, replace: true })
  const owner = ownerOf(search)
  const year = yearOf(search, format.today())
  const canChange = may('identity.calendar')
  const part = { year, onYear: (next: number) => turn({ year: next }), canChange }
  return (
    <SettingsFrame section="calendar">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <OwnerChoice search={search} onChange={turn} />
        <p className="flex min-w-0 flex-1 basis-72 items-start gap-2 text-small text-muted">
          <RefreshCw size={15} aria-hidden="true" className="mt-1 shrink-0" />
          {canChange ? words.recount : words.readOnly}
        </p>
      </div>
      {shown.error && <ErrorState failure={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.isPending && <SkeletonLines lines={8} />}
      {shown.data && (
        <Tabs
          label={words.owner}
          selected={search.tab ?? 'hours'}
          onSelect={(tab) => turn({ tab })}
          tabs={[
            {
              id: 'hours',
              label: words.tabs.hours,
              content: <Hours owner={owner} calendars={shown.data.calendars} canChange={canChange} />,
            },
            {
              id: 'days',
              label: words.tabs.days,
              content: <DaysPart {...part} owner={owner} week={weekOf(shown.data.calendars, owner, format.today())} />,
            },
            ...(canChange ? [{ id: 'leaves' as const, label: words.tabs.leaves, content: <LeavesPart {...part} /> }] : []),
          ]}
        />
      )}
    </SettingsFrame>
  )
}

function Hours({ owner, calendars, canChange }: { owner: Owner; calendars: readonly OwnedCalendar[]; canChange: boolean }) {
  const rules = calendars.find((one) => sameOwner(one, owner))?.rules ?? []
  const above = calendars.find(({ ownerKind }) => ownerKind === 'organisation')?.rules ?? []
  return (
    <HoursPart
      key={`${owner.ownerKind}${owner.ownerId ?? ''}${JSON.stringify(rules)}`}
      owner={owner}
      rules={rules}
      above={above}
      canChange={canChange}
    />
  )
}

/** The week in force today, to show which days are weekends: the owner's own, else the organisation's. */
function weekOf(calendars: readonly OwnedCalendar[], owner: Owner, today: string) {
  const inForce = (rules: OwnedCalendar['rules']) =>
    rules
      .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today < validTo))
      .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  const own = calendars.find((one) => sameOwner(one, owner))
  const organisation = calendars.find(({ ownerKind }) => ownerKind === 'organisation')
  return (inForce(own?.rules ?? []) ?? inForce(organisation?.rules ?? []))?.week ?? []
}

function OwnerChoice({ search, onChange }: { search: CalendarSearch; onChange: (change: CalendarSearch) => void }) {
  const words = useCalendarWords()
  const { branches, units } = useDirectory()
  const options = [
    { id: 'organisation', label: words.organisation },
    ...branches.map(({ id, name }) => ({ id: `branch:${id}`, label: name, hint: words.branchOf })),
    ...units.map(({ id, name }) => ({ id: `unit:${id}`, label: name, hint: words.unitOf })),
  ]
  return (
    <ComboBox
      label={words.owner}
      options={options}
      value={search.of ?? 'organisation'}
      onChange={(of) => of && onChange({ of: of === 'organisation' ? undefined : of })}
      className="w-full sm:w-80"
    />
  )
}
