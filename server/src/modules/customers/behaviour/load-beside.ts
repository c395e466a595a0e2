import type { TagGroup } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { insertAccount } from '../business/business.queries.ts'
import { keepAccountSource } from '../business/write-account.ts'
import { readKinds } from '../relations/kinds.queries.ts'
import { keepRelationSources } from '../relations/relate.ts'
import { insertRelation } from '../relations/relations.queries.ts'
import { readTags } from '../tags/tags.queries.ts'
import { insertFileTags, insertNote } from './behaviour.queries.ts'
import { keepTagSources } from './tag-files.ts'

/** What was kept of a file beside its fields, some time ago and elsewhere. Tags and kinds are those of the vocabulary. */
export interface PastBeside {
  customerId: string
  at: Date
  tags: readonly { group: TagGroup; name: string }[]
  notes: readonly string[]
  shebas: readonly { value: string; holder: string | null }[]
  relations: readonly { otherId: string; key: string; side: 'a' | 'b'; role: string | null }[]
}

/** Keeps what is known of files beside their fields, as of the moments given. No rights are checked, and nobody is told. */
export async function loadBeside(context: Context, past: readonly PastBeside[]): Promise<void> {
  const [tags, kinds] = [
    await readTags(context, ['temperament', 'tendency', 'interest', 'taste', 'activity', 'general']),
    await readKinds(context),
  ]
  for (const { customerId, at, ...kept } of past) {
    const then = { ...context, now: at }
    for (const { group, name } of kept.tags) {
      const tag = tags.find((one) => one.group === group && one.name === name)
      if (tag) await keepTagSources(then, await insertFileTags(then, [customerId], tag, null), tag)
    }
    for (const note of kept.notes) await insertNote(then, customerId, note)
    for (const { value, holder } of kept.shebas) {
      const account = { kind: 'sheba', value, holder, note: null, primary: true, reason: null } as const
      await keepAccountSource(then, { customerId, id: await insertAccount(then, customerId, account) }, { after: account })
    }
    for (const { otherId, key, side, role } of kept.relations) {
      const kind = kinds.find((one) => one.key === key)
      if (!kind) continue
      const facts = { role, startedOn: null, endedOn: null, note: null }
      const relation = { id: newId(at), customerId, otherId, kindId: kind.id, side, ...facts }
      await insertRelation(then, relation)
      await keepRelationSources(then, { ...relation, version: 1 }, kind, { after: facts })
    }
  }
}
