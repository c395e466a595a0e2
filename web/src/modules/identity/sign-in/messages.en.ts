import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Sign in',
  welcomeBack: (organisation) => `Sign in to ${organisation}`,
  login: 'User name or e-mail',
  password: 'Password',
  signIn: 'Sign in',
  forgotten: 'If you have forgotten the password, the administrator can set a new one for you.',
  tryTitle: 'Sign in as one of these people',
  tryText: 'Each sees a part of the work. No password is needed.',
  codeTitle: 'One-time code',
  codeText: 'Type the six-digit code of your authenticator app. Without your phone, type one of the backup codes.',
  code: 'Code',
  remember: 'Do not ask in this browser for 30 days',
  rememberHint: 'Only on a computer or phone of your own.',
  back: 'Back',
  waitSeconds: (seconds) => `You can try again in ${seconds} seconds.`,
}
