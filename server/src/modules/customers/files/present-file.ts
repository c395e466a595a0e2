import { accessClasses } from '@parvandeh/contract'
import type { AnswerOf, contract } from '@parvandeh/contract'
import { formatPhone } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { mayReach } from '../../identity/index.ts'
import type { FieldRow } from '../customers.tables.ts'
import { customDoubts } from '../fields/custom-doubts.rules.ts'
import { readFields } from '../fields/fields.queries.ts'
import { presentCustom } from '../fields/present-custom.ts'
import { nameByCode, nameOf } from './display-name.rules.ts'
import { sentenceOfDoubt } from './doubt-words.ts'
import { doubtsOf } from './doubts.rules.ts'
import type { CustomerFile } from './file.types.ts'
import { latestDay, storedKey } from './settle-doubts.ts'
import { isPhone } from './tidy.rules.ts'
import { readableFields, withheldFrom } from './withheld.rules.ts'

type Presented = AnswerOf<typeof contract.customers.show>

/** The file as the actor may see it. */
export async function presentFile(context: Context, file: CustomerFile): Promise<Presented> {
  const { actor, locale } = context
  const fields = await readFields(context)
  const withheld = withheldFrom(actor.fieldClasses)
  const own = await presentCustom(context, fields, file.custom)
  const hidesPoints = withheld.includes('accessPoints')
  return {
    ...readableFields(file.fields, actor.fieldClasses),
    customerId: file.customerId,
    code: file.code,
    displayName: hidesPoints && nameOf(file.fields) === null ? nameByCode(file.code) : file.displayName,
    provisional: file.provisional,
    unitId: file.unitId,
    ownerId: file.ownerId,
    accessPoints: hidesPoints
      ? []
      : file.accessPoints.map((point) => ({ ...point, display: isPhone(point.kind) ? formatPhone(point.value, locale) : point.value })),
    problems: problemsOf(context, file, fields).filter(
      ({ field }) => !withheld.some((hidden) => field === hidden || field.startsWith(`${hidden}.`)),
    ),
    custom: own.values,
    customNames: own.names,
    withheld: [...withheld, ...own.withheld],
    version: file.version,
    createdAt: file.createdAt.toISOString(),
    updatedAt: file.updatedAt.toISOString(),
    can: {
      edit: mayReach(actor, 'customers.write', file),
      // Whoever sees the file may add to it what their rights let them write at all.
      logInteraction: actor.grants['interactions.write'] !== undefined,
      registerRequest: actor.grants['service.write'] !== undefined,
      addDocument: actor.grants['documents.write'] !== undefined,
      remove: mayReach(actor, 'customers.delete', file),
      erase: actor.grants['customers.erase'] !== undefined,
      copy: mayReach(actor, 'customers.copy', file) && accessClasses.every((one) => actor.fieldClasses.has(one)),
    },
  }
}

function problemsOf(context: Context, file: CustomerFile, fields: readonly FieldRow[]): Presented['problems'] {
  const readable = fields.filter(({ access_class }) => context.actor.fieldClasses.has(access_class))
  return [...doubtsOf(file, latestDay(context.now)), ...customDoubts(readable, file.custom)].map((doubt) => ({
    field: doubt.field,
    problem: doubt.problem,
    message: sentenceOfDoubt(doubt, context.locale),
    suggestion: doubt.suggestion,
    reason: file.acceptedProblems[storedKey(doubt.field, file.accessPoints)] ?? null,
  }))
}
