import type { fa } from './date-messages.fa.ts'

export const en: typeof fa = {
  unreadable: (example) => `This date cannot be read; write it like ${example}`,
  tooEarly: (day) => `The date must be ${day} or later.`,
  tooLate: (day) => `The date must be ${day} or earlier.`,
  example: (example) => `Such as ${example}`,
  today: 'Today',
  dayOff: 'day off',
  awaited: 'awaiting the official announcement',
  holidays: 'Days of this month',
}
