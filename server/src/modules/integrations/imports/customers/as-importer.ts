import { systemActor } from '../../../../platform/context.ts'
import type { Actor, Context } from '../../../../platform/context.ts'
import { loadActor } from '../../../identity/index.ts'
import type { Import } from '../imports.queries.ts'

/** The same transaction in the name of whoever imports, with the rights that they have by now; the command line is the system itself. */
export async function asImporter(context: Context, { owner_id: personId }: Pick<Import, 'owner_id'>): Promise<Context> {
  if (personId === null) return context
  const actor = await loadActor(context.tx, personId, 'token')
  return { ...context, actor: actor ?? powerless(personId) }
}

const powerless = (personId: string): Actor => ({ ...systemActor, kind: 'token', personId, grants: {}, fieldClasses: new Set() })
