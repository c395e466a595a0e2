import { defineMessages } from '../../i18n/messages.ts'

/** The few words that are there from the first moment; the others come with the panel. */
export const useBellWords = defineMessages(
  {
    title: 'اعلان‌ها',
    bell: (count: string) => `اعلان‌ها، ${count} نخوانده`,
    atLeast: (count: string) => `${count}+`,
  },
  {
    title: 'Notifications',
    bell: (count) => `Notifications, ${count} unread`,
    atLeast: (count) => `${count}+`,
  },
)
