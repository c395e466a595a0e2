export const fa = {
  details: 'جزئیات',
  hideDetails: 'بستن جزئیات',
  channel: 'کانال',
  minutes: 'مدت',
  recordedLater: (moment: string) => `ثبت شده در ${moment}`,
  attachments: 'سندهای پیوست',
  nothingWritten: 'چیزی نوشته نشده است.',
}
