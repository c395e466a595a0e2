export const fa = {
  createWith: (typed: string) => `ثبت مشتری تازه با ${typed}`,
  sections: {
    number: 'مشتریان، با شماره',
    address: 'مشتریان، با نشانی اینترنتی',
    identity: 'مشتریان، با شناسه',
    other: 'مشتریان، با آنچه در پرونده است',
  },
  near: 'شاید منظورتان یکی از این‌هاست:',
  provisional: 'پروندهٔ موقت',
  caller: 'چه کسی تماس گرفته است؟',
  callerPlaceholder: 'شماره، نام یا کد',
  callerHint: 'شماره، نام یا کد مشتری را بنویسید؛ پرونده باز می‌شود و فرم تماس آماده است.',
}
