import { addDays, fromJalali, weekdayOf } from '@parvandeh/contract/persian'
import { type Stories, useSay } from '../../kit/story.ts'
import { useFormat } from '../../persian/format.ts'
import { Card } from '../Card.tsx'
import type { ChartPoint } from './chart.types.ts'
import { HeatMap } from './HeatMap.tsx'
import { Plot } from './Plot.tsx'
import { YearHeat } from './YearHeat.tsx'

const first = fromJalali(1405, 8, 1)
const wave = (index: number) => Math.round(14 + 9 * Math.sin(index / 2.1) + (index % 7 === 6 ? -12 : index % 3))

function useDays(count: number, change: (point: ChartPoint, index: number) => Partial<ChartPoint> = () => ({})): ChartPoint[] {
  const format = useFormat()
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(first, index)
    const value = Math.max(0, wave(index))
    const point = {
      key: day,
      label: format.day(day, 'long'),
      tick: format.day(day, 'day-month'),
      value,
      written: format.number(value),
      href: '/kit',
    }
    return { ...point, ...change(point, index) }
  })
}

function Counts({ points, kind = 'line', based = false }: { points: readonly ChartPoint[]; kind?: 'line' | 'columns'; based?: boolean }) {
  const say = useSay()
  const format = useFormat()
  return (
    <Card>
      <Plot
        kind={kind}
        words={{
          label: say('درخواست‌ها در روز', 'Requests per day'),
          name: say('درخواست‌ها', 'Requests'),
          pointName: say('روز', 'Day'),
          baseName: based ? say('همین روزها در سال پیش', 'The same days of last year') : undefined,
        }}
        axis={{ unit: 'count', write: format.number }}
        points={points}
      />
    </Card>
  )
}

function useBased() {
  const format = useFormat()
  const say = useSay()
  return (_: ChartPoint, index: number): Partial<ChartPoint> => {
    const value = Math.max(0, wave(index + 3) - 2)
    return { base: { value, written: format.number(value), label: say('سال پیش', 'Last year') }, isMarked: index % 7 === 6 }
  }
}

function Month() {
  return <Counts based points={useDays(30, useBased())} />
}

function Columns() {
  return <Counts based kind="columns" points={useDays(6, useBased())} />
}

function Gaps() {
  const say = useSay()
  const format = useFormat()
  const points = useDays(24, ({ value }, index) => {
    if (index % 9 === 4) return { value: null, written: say('رکوردی نیست', 'No records'), href: undefined }
    const hours = (value ?? 0) * 3600
    const interval = { low: hours * 0.7, high: hours * 1.5, written: `${format.duration(hours * 0.7)} – ${format.duration(hours * 1.5)}` }
    return {
      value: hours,
      written: format.duration(hours),
      ...(index % 5 === 0 ? { isSmall: true, note: say('تنها ۴ رکورد', 'Only 4 records') } : { interval }),
    }
  })
  return (
    <Card>
      <Plot
        kind="line"
        words={{ label: say('میانهٔ انتظار', 'Median wait'), name: say('میانهٔ انتظار', 'Median wait'), pointName: say('روز', 'Day') }}
        axis={{ unit: 'seconds', write: format.duration }}
        points={points}
        references={[{ value: 18 * 3600, label: say('میانهٔ کل بازه', 'Median of the period') }]}
      />
    </Card>
  )
}

function LongLabels() {
  const say = useSay()
  const names = say(
    'تعمیر و سرویس دوره‌ای دستگاه‌های فروخته‌شده در شعبهٔ مرکزی',
    'Repairs and periodic service of devices sold at the main branch',
  )
  return <Counts kind="columns" points={useDays(5, (_, index) => ({ label: names, tick: index % 2 === 0 ? names : '' }))} />
}

function Hours({ empty = false }: { empty?: boolean }) {
  const say = useSay()
  const format = useFormat()
  const weekdays = say('شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه', 'Sat Sun Mon Tue Wed Thu Fri').split(' ')
  const hours = Array.from({ length: 24 }, (_, hour) => ({ key: String(hour), label: format.digits(hour), short: format.digits(hour) }))
  return (
    <Card>
      <HeatMap
        words={{ label: say('روز هفته و ساعت', 'Weekday and hour'), name: say('درخواست‌ها', 'Requests'), pointName: say('ساعت', 'Hour') }}
        rows={weekdays.map((label, index) => ({ key: String(index), label, short: label.slice(0, 1) }))}
        columns={hours}
        cell={(row, column) => {
          const value = empty ? 0 : Math.max(0, Math.round(20 - (Number(column) - 11) ** 2 / 3 - (row === '6' ? 16 : 0)))
          const written = format.number(value)
          return {
            key: `${row}-${column}`,
            label: `${weekdays[Number(row)]}، ${format.digits(column)}`,
            tick: written,
            value: empty ? null : value,
            written,
            href: value > 0 ? '/kit' : undefined,
            isSmall: value === 3,
          }
        }}
        write={format.number}
      />
    </Card>
  )
}

function Year() {
  const say = useSay()
  const format = useFormat()
  const months = Array.from({ length: 12 }, (_, index) => {
    const start = fromJalali(1405, index + 1, 1)
    const count = index < 6 ? 31 : index < 11 ? 30 : 29
    return {
      key: String(index),
      name: format.day(start, 'month'),
      before: weekdayOf(start),
      days: Array.from({ length: count }, (_unused, day) => {
        const date = addDays(start, day)
        const isMarked = weekdayOf(date) === 6 || (index === 0 && day < 4)
        const value = isMarked ? 2 : Math.max(1, wave(day + index * 3))
        return {
          key: date,
          label: format.day(date, 'long'),
          tick: format.number(day + 1),
          value: index > 8 ? null : value,
          written: format.number(value),
          href: '/kit',
          isMarked,
          note: index === 0 && day < 4 ? say('نوروز', 'Nowruz') : undefined,
        }
      }),
    }
  })
  return (
    <Card>
      <YearHeat
        words={{
          label: say('سال ۱۴۰۵', 'The year 1405'),
          name: say('درخواست‌ها', 'Requests'),
          pointName: say('روز', 'Day'),
          markName: say('تعطیل', 'Day off'),
        }}
        months={months}
        weekdays={say('ش ی د س چ پ ج', 'Sa Su Mo Tu We Th Fr').split(' ')}
        write={format.number}
      />
    </Card>
  )
}

const narrow = (children: React.ReactNode) => <div className="w-[21rem]">{children}</div>
const of = (count: number) => {
  const Some = () => <Counts points={useDays(count)} />
  return <Some />
}

export const stories: Stories = {
  'line with comparison': () => <Month />,
  'columns with comparison': () => <Columns />,
  'line with intervals, gaps, small samples and a reference': () => <Gaps />,
  'one point': () => of(1),
  'a year of days': () => of(365),
  empty: () => of(0),
  'all zero': () => {
    const Zero = () => <Counts points={useDays(7, () => ({ value: 0, written: '۰' }))} />
    return <Zero />
  },
  'long labels': () => <LongLabels />,
  'narrow line': () => narrow(<Month />),
  'hours of the week': () => <Hours />,
  'hours of the week, narrow': () => narrow(<Hours />),
  'hours of the week, empty': () => <Hours empty />,
  year: () => <Year />,
  'year, narrow': () => narrow(<Year />),
}
