import { addDays } from '@parvandeh/contract/persian'
import { CalendarRange } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useFormat } from '../../persian/format.ts'
import { classes, controlBox, floating } from '../classes.ts'
import { PeriodChoice } from './PeriodChoice.tsx'
import { usePeriodWords } from './period-messages.ts'
import { daysOf, isRelative, type Period } from './periods.ts'

interface PeriodFieldProps<P extends Period | undefined> {
  label: string
  value: P
  onChange: (period: P) => void
  /** Offers to take the period away: «هر زمان». */
  optional?: undefined extends P ? true : never
  className?: string
}

/**
 * A period: relative to today («۹۰ روز گذشته»), typed, or picked between two days. The button says both the name and
 * the days.
 */
export function PeriodField<P extends Period | undefined = Period>({ label, value, onChange, optional, className }: PeriodFieldProps<P>) {
  const words = usePeriodWords()
  const said = usePeriodSaid(value)
  return (
    <DialogTrigger>
      <Button className={classes(controlBox, 'flex cursor-pointer items-center gap-2 px-3 outline-none', className)}>
        <span className="sr-only">{label}</span>
        <CalendarRange size={17} className="shrink-0 text-muted" />
        {value === undefined && <span className="whitespace-nowrap text-muted">{words.any}</span>}
        {said.name && <span className="whitespace-nowrap">{said.name}</span>}
        {said.days && <span className={classes('truncate', said.name ? 'text-small text-muted max-sm:hidden' : '')}>{said.days}</span>}
      </Button>
      <Popover offset={4} placement="bottom start" className={classes(floating, 'max-w-[calc(100vw-1rem)]')}>
        <Dialog aria-label={label} className="outline-none">
          {({ close }) => (
            <PeriodChoice
              value={value}
              onChoose={(period) => {
                onChange(period as P)
                close()
              }}
              {...(optional && {
                onTakeAway: () => {
                  onChange(undefined as P)
                  close()
                },
              })}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** What a period is called, where it has a name, and its days written out. */
export function usePeriodSaid(value: Period | undefined): { name?: string; days?: string } {
  const words = usePeriodWords()
  const format = useFormat()
  if (value === undefined) return {}
  const { from, to } = daysOf(value, format.today())
  const last = addDays(to, -1)
  const days = from === last ? format.day(from) : `${format.day(from)} ${words.to} ${format.day(last)}`
  return isRelative(value) ? { name: words.names[value], days } : { days }
}
