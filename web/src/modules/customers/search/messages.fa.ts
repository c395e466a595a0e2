export const fa = {
  createWith: (typed: string) => `ثبت مشتری تازه با ${typed}`,
  provisional: 'پروندهٔ موقت',
  caller: 'چه کسی تماس گرفته است؟',
  callerPlaceholder: 'شماره، نام یا کد',
  callerHint: 'شماره، نام یا کد مشتری را بنویسید؛ پرونده باز می‌شود و فرم تماس آماده است.',
}
