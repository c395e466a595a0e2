import type { fa } from './period-messages.fa.ts'

export const en: typeof fa = {
  relative: 'Ready-made periods',
  between: 'Between two days',
  to: 'to',
  howToPick: 'Press the first day of the range, then the last.',
  names: {
    today: 'Today',
    yesterday: 'Yesterday',
    'this-week': 'This week',
    'last-7-days': 'Last 7 days',
    'this-month': 'This month',
    'last-month': 'Last month',
    'last-30-days': 'Last 30 days',
    'this-season': 'This quarter',
    'last-90-days': 'Last 90 days',
    'this-year': 'This year',
    'last-year': 'Last year',
    'last-12-months': 'Last 12 months',
  },
}
