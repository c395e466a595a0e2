export const fa = {
  createWith: (typed: string) => `ثبت مشتری تازه با ${typed}`,
  provisional: 'پروندهٔ موقت',
}
