import type { AnswerOf, contract } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { mayReach } from '../../identity/index.ts'
import { fileIds } from '../files/file-set.queries.ts'
import { readFile } from '../files/files.queries.ts'
import { programmesFor } from '../programmes/programmes-for.ts'
import { completenessOf, isAsked, isFilled } from './completeness.rules.ts'
import { readDeclined } from './question.queries.ts'
import { readWeights } from './weights.queries.ts'
import { weighableFields } from './weighable.ts'

/** What a file lacks: first what a programme asks for, then what counts most; of what the actor may not read nothing is told. */
export async function showMissing(context: Context, askedId: string): Promise<AnswerOf<typeof contract.completeness.ofFile>> {
  const file = await readFile(context, askedId)
  if (!file || !mayReach(context.actor, 'customers.read', file)) throw new AppError('not-found')
  const today = localDay(context.now, 'Asia/Tehran')
  const [{ weights, own }, fields, declined, programmes] = [
    await readWeights(context),
    await weighableFields(context),
    await readDeclined(context, await fileIds(context, file.customerId)),
    await programmesFor(context, file.customerId, today),
  ]
  const programmeOf = new Map(programmes.flatMap(({ id, fields: asked }) => asked.map(({ key }) => [key, id] as const)))
  const mine = weights[file.fields.kind]
  const missing = fields
    .filter(
      ({ key, accessClass, kinds }) =>
        kinds.includes(file.fields.kind) &&
        context.actor.fieldClasses.has(accessClass) &&
        isAsked(file, key, own, today) &&
        !isFilled(file, key),
    )
    .map(({ key, label, type, choices }) => ({
      key,
      label,
      type,
      choices,
      weight: mine.get(key) ?? 0,
      programmeId: programmeOf.get(key) ?? null,
      declined: declined.has(key),
    }))
    .filter(({ weight, programmeId }) => weight > 0 || programmeId !== null)
    .toSorted((a, b) => Number(b.programmeId !== null) - Number(a.programmeId !== null) || b.weight - a.weight)
  return {
    share: context.actor.fieldClasses.has('internal') ? completenessOf(file, weights, own, today) : null,
    missing,
    next: missing.find(({ declined: isDeclined }) => !isDeclined)?.key ?? null,
    can: { answer: mayReach(context.actor, 'customers.write', file) },
  }
}
