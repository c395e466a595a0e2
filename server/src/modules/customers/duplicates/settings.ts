import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import { readSettings, writeSettings } from './settings.queries.ts'

/** From which likelihood on files are shown as duplicates. A lower one shows more with the next scan. */
export async function changeSettings(context: Context, asked: BodyOf<typeof contract.duplicates.changeSettings>) {
  const before = await readSettings(context)
  await writeSettings(context, asked)
  await writeAudit(context, {
    action: 'duplicates.settings-changed',
    subjectType: 'organisation',
    before: { ...before },
    after: { ...asked },
  })
  return readSettings(context)
}
