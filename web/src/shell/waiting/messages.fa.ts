export const fa = {
  offline: 'اتصال شبکه قطع است؛ آنچه می‌بینید آخرین وضعیت است.',
  waiting: (count: string) => `${count} نوشته در این مرورگر مانده و با برگشتن اتصال خودش فرستاده می‌شود.`,
  show: 'دیدن نوشته‌ها',
  title: 'در انتظار فرستادن',
  none: 'همه فرستاده شد.',
  written: (when: string) => `نوشته‌شده ${when}`,
  again: (label: string) => `فرستادن دوبارهٔ «${label}»`,
  drop: (label: string) => `دورانداختن «${label}»`,
  close: 'بستن',
  sent: (count: string) => `اتصال برگشت و ${count} نوشته فرستاده شد.`,
  refused: (label: string) => `«${label}» پذیرفته نشد و در فهرست ماند.`,
}
