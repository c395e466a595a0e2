import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import { fieldsNamedIn } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import { systemActor } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldRefusals } from '../../../platform/refuse-field.ts'
import { writeAudit } from '../../identity/index.ts'
import { compileCondition } from '../conditions/compile-condition.queries.ts'
import { fieldsByKey } from '../fields/field-catalogue.ts'
import type { OwnRule, Rule } from './consistency.types.ts'
import { countRules, lockRule, readRules, removeRule, storeRule } from './rules.queries.ts'

type Presented = AnswerOf<typeof contract.consistency.addRule>

const mostRules = 100
const refuse = fieldRefusals({
  'unknown-field': {
    fa: 'چنین ویژگی‌ای نیست، یا شما به آن دسترسی ندارید.',
    en: 'There is no such field, or you may not read it.',
  },
  'not-comparable': {
    fa: 'این ویژگی را نمی‌توان با آنچه دیده می‌شود سنجید.',
    en: 'This field cannot be held against what is seen.',
  },
  'too-many': { fa: 'بیش از صد قاعده نمی‌توان داشت؛ یکی را بردارید.', en: 'There can be no more than a hundred rules; remove one.' },
  'built-in': { fa: 'قاعدهٔ خود سامانه را می‌توان خاموش کرد، نه برداشت.', en: "The product's own rule can be switched off, not removed." },
})

/** The rules; a condition over fields that the reader may not read is shown without what it asks. */
export async function showRules(context: Context): Promise<AnswerOf<typeof contract.consistency.rules>> {
  const rules = await readRules(context)
  return { rules: await Promise.all(rules.map((rule) => presentRule(context, rule))) }
}

async function presentRule(context: Context, { builtIn, lookedTo, lookedFiles, ...rule }: Rule): Promise<Presented> {
  const fields = await fieldsByKey(context, fieldsIn(rule.rule))
  const readable = [...fields.values()].every(({ accessClass }) => context.actor.fieldClasses.has(accessClass))
  const { id, name, question, severity, active, version } = rule
  const looking = lookedTo === null ? null : { files: lookedFiles }
  return { id, builtIn, name, question, severity, active, version, rule: readable ? rule.rule : null, looking }
}

const fieldsIn = (rule: OwnRule | null): string[] =>
  rule === null ? [] : rule.kind === 'condition' ? [...fieldsNamedIn(rule.where)] : [rule.field]

/** Adds a rule; all files are then looked through by it in the background. */
export async function addRule(context: Context, body: BodyOf<typeof contract.consistency.addRule>): Promise<Presented> {
  if ((await countRules(context)) >= mostRules) throw refuse(context, 'name', 'too-many')
  await requireFit(context, body.rule)
  const rule: Rule = {
    ...body,
    id: newId(context.now),
    builtIn: null,
    name: foldForStorage(body.name),
    question: foldForStorage(body.question),
    version: 1,
    lookedTo: firstId,
    lookedFiles: 0,
  }
  return keep(context, undefined, rule)
}

/** Changes a rule, and looks through all files again. */
export async function changeRule(
  context: Context,
  ruleId: string,
  { version, ...given }: BodyOf<typeof contract.consistency.changeRule>,
): Promise<Presented> {
  const before = await lockRule(context, ruleId)
  if (!before) throw new AppError('not-found')
  if (before.version !== version) throw new AppError('changed-meanwhile')
  if (given.rule && before.builtIn === null) await requireFit(context, given.rule)
  const { severity = before.severity, active = before.active } = given
  const own = before.builtIn === null && {
    name: foldForStorage(given.name ?? before.name),
    question: foldForStorage(given.question ?? before.question),
    rule: given.rule ?? before.rule,
  }
  return keep(context, before, { ...before, severity, active, ...own, version: version + 1, lookedTo: firstId, lookedFiles: 0 })
}

export async function dropRule(context: Context, ruleId: string): Promise<void> {
  const before = await lockRule(context, ruleId)
  if (!before) throw new AppError('not-found')
  if (before.builtIn !== null) throw refuse(context, 'ruleId', 'built-in')
  await storeRule(context, { ...before, active: false })
  await removeRule(context, ruleId)
  await writeAudit(context, {
    action: 'consistency-rule.removed',
    subjectType: 'consistency-rule',
    subjectId: ruleId,
    before: auditedRule(before),
  })
  await context.publish('customers.consistency-rule-changed', { id: ruleId, version: before.version + 1 })
}

const firstId = '00000000-0000-0000-0000-000000000000'

async function keep(context: Context, before: Rule | undefined, rule: Rule): Promise<Presented> {
  await storeRule(context, rule)
  await writeAudit(context, {
    action: before ? 'consistency-rule.changed' : 'consistency-rule.added',
    subjectType: 'consistency-rule',
    subjectId: rule.id,
    ...(before && { before: auditedRule(before) }),
    after: auditedRule(rule),
  })
  await context.publish('customers.consistency-rule-changed', { id: rule.id, version: rule.version })
  return presentRule(context, rule)
}

const auditedRule = ({ name, question, severity, active, rule }: Rule) => ({ name, question, severity, active, rule })

/** Fields that can be held against what is seen: places against cities, and words against channels. */
async function requireFit(context: Context, rule: OwnRule): Promise<void> {
  if (rule.kind === 'condition') {
    // Asked under the writer's own rights, so that nobody learns by a rule what they may not read.
    await compileCondition(context, rule.where, { input: 'rule.where' })
    return
  }
  const field = (await fieldsByKey(context, [rule.field])).get(rule.field)
  if (!field || !context.actor.fieldClasses.has(field.accessClass)) throw refuse(context, 'rule.field', 'unknown-field')
  const fits = rule.observed === 'cityId' ? field.type === 'place' : field.custom && ['text', 'choice', 'choices'].includes(field.type)
  if (!fits || !systemActor.fieldClasses.has(field.accessClass)) throw refuse(context, 'rule.field', 'not-comparable')
}
