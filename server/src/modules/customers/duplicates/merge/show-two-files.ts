import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../../platform/context.ts'
import { mayReach, writeAudit } from '../../../identity/index.ts'
import type { CustomerFile } from '../../files/file.types.ts'
import { presentFile } from '../../files/present-file.ts'
import { classOfField } from '../../files/tidy.rules.ts'
import { delicateFields } from '../../files/withheld.rules.ts'
import { comparedFile } from '../compared-file.rules.ts'
import { findPair } from '../pairs.queries.ts'
import { presentPair } from '../present-pair.ts'
import { readableFacts } from '../readable-facts.rules.ts'
import { requireTwoFiles } from '../require-two-files.ts'
import { compareFiles } from '../score.rules.ts'
import { readSettings } from '../settings.queries.ts'
import { betterOf, lackingFields } from './choose-fields.rules.ts'

/** Two files side by side, with what merging them would best take from which. */
export async function showTwoFiles(
  context: Context,
  customerId: string,
  otherId: string,
): Promise<AnswerOf<typeof contract.duplicates.show>> {
  const files = await requireTwoFiles(context, customerId, otherId)
  for (const file of files) await rememberReading(context, file)
  const { actor } = context
  const [one, other] = files.map((file) => comparedFile(readableFacts(file, actor.fieldClasses)))
  const [left, merged] = betterOf(...files)
  const found = await findPair(context, customerId, otherId)
  const { threshold } = await readSettings(context)
  const isTold = found !== undefined && (found.state !== 'open' || found.score >= threshold * 10_000)
  return {
    files: [await presentFile(context, files[0]), await presentFile(context, files[1])],
    pair: isTold ? presentPair(context, found) : null,
    suggested: {
      customerId: left.customerId,
      fields: lackingFields(left, merged).filter(
        (field) => field === 'unitId' || field === 'ownerId' || actor.fieldClasses.has(classOfField(field)),
      ),
    },
    veto: one && other ? compareFiles(one, other).veto : null,
    can: { merge: files[0].fields.kind === files[1].fields.kind && files.every((file) => mayReach(actor, 'customers.write', file)) },
  }
}

async function rememberReading(context: Context, { customerId, fields }: CustomerFile): Promise<void> {
  const delicate = delicateFields(fields, context.actor.fieldClasses)
  if (delicate.length === 0) return
  await writeAudit(context, {
    action: 'field.read',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    after: { fields: delicate },
  })
}
