import { addToken, requirePersonByUsername, revokeToken, tokensOf } from '../modules/identity/index.ts'
import { exitCodes, requireValue, UsageError } from './command.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const tokenCommands: Record<string, Command> = {
  'token add': {
    usage: 'token add --user USERNAME --name NAME [--days N]',
    fa: 'ساختن کلید دسترسی برای اسکریپت‌ها، با حقوق همان همکار',
    en: "Create an access token for scripts, with that person's rights",
    values: ['user', 'name', 'days'],
    words: 0,
    run: (around, given) =>
      withApp(around, async (app) => {
        const days = daysOf(given.values['days'])
        const made = await app.runAsSystem(async (context) => {
          const person = await requirePersonByUsername(context, requireValue(given, 'user'))
          return addToken(context, person.id, { name: requireValue(given, 'name'), days })
        })
        around.out(around.json ? JSON.stringify(made) : made.token)
        return exitCodes.done
      }),
  },
  'token list': {
    usage: 'token list --user USERNAME',
    fa: 'کلیدهای دسترسی یک همکار',
    en: "A person's access tokens",
    values: ['user'],
    words: 0,
    run: (around, given) =>
      withApp(around, async (app) => {
        const tokens = await app.runAsSystem(async (context) =>
          tokensOf(context, (await requirePersonByUsername(context, requireValue(given, 'user'))).id),
        )
        if (around.json) around.out(JSON.stringify(tokens))
        else for (const token of tokens) around.out(`${token.id}\t${token.name}\t${token.expiresAt ?? '-'}`)
        return exitCodes.done
      }),
  },
  'token revoke': {
    usage: 'token revoke ID --user USERNAME',
    fa: 'باطل‌کردن یک کلید دسترسی',
    en: 'Revoke an access token',
    values: ['user'],
    words: 1,
    run: (around, given) =>
      withApp(around, async (app) => {
        await app.runAsSystem(async (context) =>
          revokeToken(context, (await requirePersonByUsername(context, requireValue(given, 'user'))).id, given.words[0] ?? ''),
        )
        around.out(around.json ? '{}' : around.say('کلید باطل شد.', 'The token was revoked.'))
        return exitCodes.done
      }),
  },
}

function daysOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const days = Number(text)
  if (!Number.isInteger(days) || days < 1 || days > 3650)
    throw new UsageError('‎--days باید عددی از ۱ تا ۳۶۵۰ باشد.', '--days must be a number from 1 to 3650.')
  return days
}
