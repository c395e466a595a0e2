export const fa = {
  title: 'تماس‌ها و پیام‌ها',
  all: 'همه',
  period: 'زمان',
  columns: { when: 'زمان', what: 'رویداد', customer: 'مشتری', subject: 'موضوع', person: 'همکار', length: 'مدت' },
  filters: { kind: 'گونه', direction: 'سو', person: 'همکار' },
  clear: 'برداشتن پالایه‌ها',
  emptyTitle: 'هنوز تماسی ثبت نشده است',
  emptyText: 'تماس، بازدید، پیام و یادداشت را در پروندهٔ مشتری بنویسید؛ همهٔ آن‌ها اینجا هم می‌آید.',
  toCustomers: 'رفتن به مشتریان',
  noneTitle: 'با این پالایه‌ها چیزی نیست',
}
