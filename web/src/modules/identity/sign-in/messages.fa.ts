export const fa = {
  title: 'ورود',
  welcomeBack: (organisation: string) => `ورود به ${organisation}`,
  login: 'نام کاربری یا رایانامه',
  password: 'گذرواژه',
  signIn: 'ورود',
  forgotten: 'اگر گذرواژه را فراموش کرده‌اید، مدیر سامانه می‌تواند گذرواژهٔ تازه‌ای برایتان بگذارد.',
  tryTitle: 'با یکی از این کاربرها وارد شوید',
  tryText: 'هر کاربر بخشی از کار را می‌بیند. گذرواژه لازم نیست.',
  waitSeconds: (seconds: string) => `تا ${seconds} ثانیهٔ دیگر می‌توانید دوباره امتحان کنید.`,
}
