import type { ErasureCertificate } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { SpeaksOf } from '../../../platform/subjects/exact-words.rules.ts'
import { redactTable } from '../../../platform/subjects/redact-table.queries.ts'

/** Redacts an erased person in the rules and names of segments, and in the rules of classes. */
export async function redactConditions(context: Context, speaks: SpeaksOf): Promise<ErasureCertificate['rows']> {
  const segments = await redactTable(
    context,
    {
      table: 'customers.segment',
      json: ['condition'],
      texts: ['name', 'description'],
      joinedName: 'name_joined',
      hasVersion: true,
    },
    speaks,
  )
  const classes = await redactTable(context, { table: 'customers.scheme_class', json: ['condition'] }, speaks)
  if (segments + classes === 0) return []
  return [
    {
      what: { fa: 'گروه‌ها و رده‌هایی که شرط یا نامشان از این شخص می‌گفت', en: 'Segments and classes whose rule or name spoke of the person' },
      count: segments + classes,
      outcome: 'blanked',
    },
  ]
}
