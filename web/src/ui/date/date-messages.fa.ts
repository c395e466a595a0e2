export const fa = {
  unreadable: (example: string) => `این تاریخ خوانا نیست؛ چنین بنویسید: ${example}`,
  tooEarly: (day: string) => `تاریخ باید ${day} یا پس از آن باشد.`,
  tooLate: (day: string) => `تاریخ باید ${day} یا پیش از آن باشد.`,
  example: (example: string) => `مانند ${example}`,
  today: 'امروز',
  dayOff: 'تعطیل',
  awaited: 'در انتظار اعلام رسمی',
  holidays: 'مناسبت‌های این ماه',
}
