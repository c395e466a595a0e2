import { calendarRoutes } from '@parvandeh/contract'
import { jalaliMonthNames, toJalali, weekdayNames, weekdayOf } from '@parvandeh/contract/persian'
import { useQueryClient } from '@tanstack/react-query'
import { MoonStar, X } from 'lucide-react'
import { useWrite } from '../../../../api/query.ts'
import { useLanguage } from '../../../../i18n/language.tsx'
import { useFormat } from '../../../../persian/format.ts'
import { classes, focusRing } from '../../../../ui/classes.ts'
import { IconButton } from '../../../../ui/IconButton.tsx'
import { toast, toastFailure } from '../../../../ui/toast.tsx'
import type { Exception, Owner, Week } from '../calendar.types.ts'
import { useCalendarWords } from '../messages.ts'

interface MonthCardProps {
  days: readonly string[]
  exceptions: readonly Exception[]
  owner: Owner
  week: Week
  canChange: boolean
  onAdd: (day: string) => void
}

const looks: Record<Exception['kind'], string> = {
  holiday: 'bg-danger-soft font-semibold text-danger',
  closure: 'bg-caution-soft font-semibold text-caution',
  'half-day': 'bg-notice-soft font-semibold text-notice',
  'working-day': 'bg-positive-soft font-semibold text-positive',
}

/** A month as a small page of a wall calendar, and under it its special days by name. */
export function MonthCard({ days, exceptions, owner, week, canChange, onAdd }: MonthCardProps) {
  const words = useCalendarWords()
  const language = useLanguage()
  const { jm } = toJalali(days[0] ?? '2026-03-21')
  const own = exceptions.filter(({ day }) => days.includes(day))
  return (
    <section className="min-w-0 rounded-card border border-line bg-surface p-3.5">
      <h3 className="mb-2 font-semibold">{jalaliMonthNames[language][jm - 1]}</h3>
      <MonthGrid days={days} exceptions={own} week={week} canChange={canChange} onAdd={onAdd} />
      <ul className="mt-2 border-t border-line pt-1.5">
        {own.map((exception) => (
          <ExceptionRow
            key={exception.id}
            exception={exception}
            canRemove={canChange && exception.ownerId === owner.ownerId}
            isInherited={exception.ownerId !== owner.ownerId}
          />
        ))}
        {own.length === 0 && <li className="text-small text-faint">{words.none}</li>}
      </ul>
    </section>
  )
}

function MonthGrid({ days, exceptions, week, canChange, onAdd }: Omit<MonthCardProps, 'owner'>) {
  const language = useLanguage()
  const format = useFormat()
  const lead = weekdayOf(days[0] ?? '2026-03-21')
  const today = format.today()
  return (
    <div className="grid grid-cols-7 text-center text-caption">
      {weekdayNames[language].map((name) => (
        <span key={name} title={name} aria-hidden="true" className="pb-1 text-faint">
          {[...name][0]}
        </span>
      ))}
      {Array.from({ length: lead }, (_, index) => (
        <span key={`lead-${index}`} />
      ))}
      {days.map((day) => {
        const special = exceptions.find((one) => one.day === day)
        const isWeekend = week[weekdayOf(day)]?.length === 0
        return (
          <button
            key={day}
            type="button"
            disabled={!canChange}
            onClick={() => onAdd(day)}
            title={special?.name}
            aria-label={[format.day(day, 'long'), special?.name].filter(Boolean).join('، ')}
            className={classes(
              'grid h-7 place-items-center rounded-[0.375rem] enabled:cursor-pointer enabled:hover:ring-1 enabled:hover:ring-line-strong',
              special ? looks[special.kind] : isWeekend ? 'text-danger opacity-70' : 'text-text',
              day === today && 'ring-2 ring-accent ring-inset',
              focusRing,
            )}
          >
            {format.digits(toJalali(day).jd)}
          </button>
        )
      })}
    </div>
  )
}

function ExceptionRow({ exception, canRemove, isInherited }: { exception: Exception; canRemove: boolean; isInherited: boolean }) {
  const words = useCalendarWords()
  const format = useFormat()
  const remove = useRemove(exception)
  const { day, name, kind, certain, intervals } = exception
  const hours = intervals?.map(({ from, to }) => `${format.digits(from)} ${words.to} ${format.digits(to)}`).join(' · ')
  const notes = [
    format.language === 'en' ? format.day(day, 'day-month') : undefined,
    kind === 'holiday' ? undefined : words.kinds[kind],
    hours,
    isInherited ? words.inherited : undefined,
  ].filter(Boolean)
  return (
    <li className="group flex items-start gap-2 py-0.5 text-small">
      <span className="w-5 shrink-0 font-medium text-muted" title={format.day(day, 'long')}>
        {format.digits(toJalali(day).jd)}
      </span>
      <span className="min-w-0 flex-1">
        {name}
        {!certain && (
          <span className="ms-1.5 inline-flex items-center gap-1 text-caption text-caution" title={words.uncertainHint}>
            <MoonStar size={12} aria-hidden="true" />
            {words.uncertain}
          </span>
        )}
        {notes.length > 0 && <span className="block text-caption text-muted">{notes.join(' · ')}</span>}
      </span>
      {canRemove && (
        <IconButton
          size="small"
          label={words.removeDay(name)}
          icon={<X size={14} />}
          isDisabled={remove.isPending}
          onPress={() => remove.mutate({ params: { exceptionId: exception.id } })}
          className="-my-0.5 min-h-6! w-6! opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
        />
      )}
    </li>
  )
}

/** Removal can be taken back: what was removed is added again. */
function useRemove(exception: Exception) {
  const words = useCalendarWords()
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ queryKey: [calendarRoutes.listExceptions.path] })
  const restore = useWrite(calendarRoutes.addException, { onSuccess: refresh, onError: toastFailure })
  const { ownerKind, ownerId, day, kind, name, intervals } = exception
  return useWrite(calendarRoutes.removeException, {
    onSuccess: () => {
      refresh()
      toast({ text: words.dayRemoved(name), onUndo: () => restore.mutate({ body: { ownerKind, ownerId, day, kind, name, intervals } }) })
    },
    onError: toastFailure,
  })
}
