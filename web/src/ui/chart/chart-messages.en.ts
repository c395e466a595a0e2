import type { fa } from './chart-messages.fa.ts'

export const en: typeof fa = {
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
  keys: 'Move between points with the arrows and open the records with Enter.',
  opens: 'opens the records',
  interval: '95 % interval',
  note: 'Note',
  less: 'Less',
  more: 'More',
  none: 'No records',
  small: 'Part or few records',
  nothing: 'There is no data for this chart.',
}
