import { toJalali } from '@parvandeh/contract/persian'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useCalendarWords } from './messages.ts'

/** From one Jalali year to another, and what else stands on the line. */
export function YearTurn({ year, onYear, children }: { year: number; onYear: (year: number) => void; children?: ReactNode }) {
  const words = useCalendarWords()
  const format = useFormat()
  const present = toJalali(format.today()).jy
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
      <IconButton label={words.previousYear} icon={<ChevronLeft size={18} className="turns" />} onPress={() => onYear(year - 1)} />
      <h2 className="min-w-20 text-center text-title font-semibold">{words.year(format.digits(year))}</h2>
      <IconButton label={words.nextYear} icon={<ChevronLeft size={18} className="turns rotate-180" />} onPress={() => onYear(year + 1)} />
      {year !== present && (
        <Button variant="quiet" size="small" onPress={() => onYear(present)}>
          {words.thisYear}
        </Button>
      )}
      <span className="ms-auto flex flex-wrap items-center gap-3">{children}</span>
    </div>
  )
}
