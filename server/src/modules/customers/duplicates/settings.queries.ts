import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'

export interface DuplicateSettings {
  /** From which likelihood on two files are shown as one customer's: from 0 to 1. */
  threshold: number
  automatic: boolean
}

const tenThousandths = 10_000

export async function readSettings(context: Context): Promise<DuplicateSettings> {
  const { threshold, automatic } = await tablesOf<CustomersTables>(context)
    .selectFrom('customers.duplicate_settings')
    .select(['threshold', 'automatic'])
    .executeTakeFirstOrThrow()
  return { threshold: threshold / tenThousandths, automatic }
}

export async function writeSettings(context: Context, { threshold, automatic }: DuplicateSettings): Promise<void> {
  await tablesOf<CustomersTables>(context)
    .updateTable('customers.duplicate_settings')
    .set({ threshold: Math.round(threshold * tenThousandths), automatic })
    .execute()
}
