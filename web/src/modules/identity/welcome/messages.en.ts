import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Welcome',
  subtitle: 'Parvandeh keeps everything about a customer in one file. Where would you like to begin?',
  demoTitle: 'See the demo',
  demoText: 'An invented company with two years of work: customers, calls, requests and KPIs. Nothing you do there touches your own data.',
  demoButton: 'Build and see the demo',
  demoBuilding: 'Building the invented data',
  demoFailed: 'The demo could not be finished. Try again.',
  ownTitle: 'Start my own organisation',
  ownText: 'Register the organisation and its first administrator. After that you can add colleagues and bring in history from a file.',
  ownButton: 'Start',
  back: 'Back',
  setUpTitle: 'Set up the organisation',
  organisationName: 'Name of the organisation',
  organisationHint: 'As your colleagues know it; it can be changed later.',
  personName: 'Your full name',
  username: 'User name',
  usernameHint: 'Latin letters, digits, dots or dashes; at least 3 characters.',
  password: 'Password',
  passwordHint: 'At least 10 characters. A short sentence is both strong and easy to keep in mind.',
  create: 'Set up the organisation',
}
