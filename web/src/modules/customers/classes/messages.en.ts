import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Classification',
  none: 'No class',
  byRule: 'by rule',
  byHand: (who) => (who === null ? 'by hand' : `by hand, ${who}`),
  since: (day) => `since ${day}`,
  change: (scheme) => `Set the class in ${scheme}`,
  dialogTitle: (scheme) => `Class in “${scheme}”`,
  class: 'Class',
  reason: 'Reason',
  reasonHint: 'Stays in the history of classes.',
  save: 'Save',
  cancel: 'Cancel',
  history: 'History',
  moved: (scheme, from, to) => `${scheme}: from “${from}” to “${to}”`,
  empty: 'No scheme of classification has been defined yet.',
}
