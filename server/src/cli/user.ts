import { username as usernameShape } from '@parvandeh/contract'
import { builtInRoles } from '../modules/identity/index.ts'
import {
  addPersonWithRole,
  everyAccount,
  resetSecondFactorOf,
  setPasswordOf,
  setUpOrganisation,
  stopAccount,
} from '../modules/identity/index.ts'
import { exitCodes, requireValue, UsageError } from './command.ts'
import type { Command } from './command.ts'
import { readPassword } from './read-password.ts'
import { withApp } from './with-app.ts'

type RoleKey = keyof typeof builtInRoles

const isRole = (text: string): text is RoleKey => text in builtInRoles

/** As the product takes it everywhere: another would be added and could never sign in. */
function requireUsername(typed: string | undefined): string {
  const parsed = usernameShape.safeParse(typed)
  if (parsed.success) return parsed.data
  throw new UsageError(
    'نام کاربری باید ۳ تا ۴۰ نویسه از حروف کوچک انگلیسی، رقم، نقطه، خط تیره و زیرخط باشد.',
    'The user name takes 3 to 40 of the small letters a to z, digits, dots, hyphens and underscores.',
  )
}

export const userCommands: Record<string, Command> = {
  'user list': {
    usage: 'user list',
    fa: 'فهرست کسانی که می‌توانند وارد شوند',
    en: 'List those who can sign in',
    words: 0,
    run: (around) =>
      withApp(around, async (app) => {
        const accounts = await app.runAsSystem(everyAccount)
        if (around.json) around.out(JSON.stringify(accounts))
        else
          for (const one of accounts)
            around.out(
              `${one.username ?? '-'}\t${one.name}\t${one.active ? around.say('فعال', 'active') : around.say('غیرفعال', 'inactive')}`,
            )
        return exitCodes.done
      }),
  },
  'user add': {
    usage: 'user add USERNAME --name NAME [--role administrator|manager|operator] [--password-file FILE] [--organisation NAME]',
    fa: 'افزودن همکار؛ گذرواژه پرسیده یا از فایل خوانده می‌شود. با ‎--organisation سازمان را هم راه می‌اندازد و نخستین مدیر آن می‌شود',
    en: 'Add a person; the password is asked for, or read from a file. With --organisation, sets the organisation up with this person as its first administrator',
    values: ['name', 'role', 'password-file', 'organisation'],
    words: 1,
    run: (around, given) =>
      withApp(around, async (app) => {
        const username = requireUsername(given.words[0])
        const name = requireValue(given, 'name')
        const role = given.values['role'] ?? 'operator'
        if (!isRole(role))
          throw new UsageError(
            'نقش باید یکی از administrator، manager یا operator باشد.',
            'The role must be administrator, manager or operator.',
          )
        const password = await readPassword(given.values['password-file'])
        const organisationName = given.values['organisation']
        const made = await app.runAsSystem((context) =>
          organisationName === undefined
            ? addPersonWithRole(context, app.auth, { name, username, password, roleName: builtInRoles[role].name })
            : setUpOrganisation(context, app.auth, { organisationName, personName: name, username, password }).then(({ personId }) => ({
                id: personId,
              })),
        )
        around.out(around.json ? JSON.stringify(made) : around.say(`«${name}» افزوده شد.`, `${name} was added.`))
        return exitCodes.done
      }),
  },
  'user password': {
    usage: 'user password USERNAME [--password-file FILE]',
    fa: 'گذرواژهٔ تازه برای یک همکار، تا ورود بعدی او',
    en: 'Set a new password for a person, until they next sign in',
    values: ['password-file'],
    words: 1,
    run: (around, given) =>
      withApp(around, async (app) => {
        const password = await readPassword(given.values['password-file'])
        await app.runAsSystem((context) => setPasswordOf(context, app.auth, given.words[0] ?? '', password))
        around.out(
          around.json
            ? '{}'
            : around.say(
                'گذرواژه عوض شد؛ نشست‌ها و کلیدهای پیشین پایان یافت. در ورود بعدی گذرواژه‌ای از خودش می‌گذارد.',
                'The password was changed; earlier sessions and tokens ended. A password of their own is asked for at the next sign-in.',
              ),
        )
        return exitCodes.done
      }),
  },
  'user second-factor-off': {
    usage: 'user second-factor-off USERNAME',
    fa: 'خاموش‌کردن ورود دومرحله‌ای یک همکار که تلفنش را از دست داده است',
    en: 'Turn off the second factor of a person who has lost the phone',
    words: 1,
    run: (around, given) =>
      withApp(around, async (app) => {
        await app.runAsSystem((context) => resetSecondFactorOf(context, given.words[0] ?? ''))
        around.out(around.json ? '{}' : around.say('ورود دومرحله‌ای خاموش شد.', 'The second factor is off.'))
        return exitCodes.done
      }),
  },
  'user stop': {
    usage: 'user stop USERNAME',
    fa: 'بستن راه ورود یک همکار',
    en: 'Stop a person from signing in',
    words: 1,
    run: (around, given) =>
      withApp(around, async (app) => {
        await app.runAsSystem((context) => stopAccount(context, given.words[0] ?? ''))
        around.out(around.json ? '{}' : around.say('راه ورود بسته شد.', 'The person can no longer sign in.'))
        return exitCodes.done
      }),
  },
}
