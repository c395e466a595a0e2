import type { fa } from './period-messages.fa.ts'

export const en: typeof fa = {
  relative: 'Ready-made periods',
  between: 'Between two days',
  any: 'Any time',
  reversed: 'Before it begins.',
  to: 'to',
  howToPick: 'Type, or press the first day and then the last in the calendar.',
  names: {
    today: 'Today',
    yesterday: 'Yesterday',
    'this-week': 'This week',
    'last-week': 'Last week',
    'this-month': 'This month',
    'last-month': 'Last month',
    'this-season': 'This season',
    'last-season': 'Last season',
    'this-year': 'This year',
    'last-year': 'Last year',
    'month-to-date': 'Month to date',
    'year-to-date': 'Year to date',
    'last-7-days': 'Last 7 days',
    'last-30-days': 'Last 30 days',
    'last-90-days': 'Last 90 days',
    'last-365-days': 'Last 365 days',
  },
}
