import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Rule } from './consistency.types.ts'

const columns = sql`id, built_in as "builtIn", name, question, severity, active, rule, version, looked_to as "lookedTo", looked_files as "lookedFiles"`

/** Every rule that there still is; some dozens at most. */
export async function readRules(context: Context): Promise<Rule[]> {
  const found =
    await sql<Rule>`select ${columns} from customers.consistency_rule where removed_at is null order by built_in nulls last, id limit 200`.execute(
      context.tx,
    )
  return found.rows
}

export async function lockRule(context: Context, ruleId: string): Promise<Rule | undefined> {
  const found =
    await sql<Rule>`select ${columns} from customers.consistency_rule where id = ${ruleId} and removed_at is null for update`.execute(
      context.tx,
    )
  return found.rows[0]
}

const first = '00000000-0000-0000-0000-000000000000'

/** A rule that is new or was changed has looked at no file yet. */
export async function storeRule(context: Context, { id, builtIn, name, question, severity, active, rule, version }: Rule): Promise<void> {
  const json = rule === null ? null : JSON.stringify(rule)
  await sql`
    insert into customers.consistency_rule (id, built_in, name, question, severity, active, rule, created_by, version, looked_to, looked_files)
    values (${id}, ${builtIn}, ${name}, ${question}, ${severity}, ${active}, ${json}, ${context.actor.personId}, ${version}, ${first}, 0)
    on conflict (id) do update set name = excluded.name, question = excluded.question, severity = excluded.severity, active = excluded.active,
      rule = excluded.rule, version = excluded.version, looked_to = excluded.looked_to, looked_files = 0`.execute(context.tx)
}

export async function removeRule(context: Context, ruleId: string): Promise<void> {
  await sql`update customers.consistency_rule set removed_at = ${context.now}, active = false, version = version + 1
    where id = ${ruleId}`.execute(context.tx)
}

/** A rule as it is, also one that was removed. */
export async function readRule(context: Context, ruleId: string): Promise<Rule | undefined> {
  const found = await sql<Rule>`select ${columns} from customers.consistency_rule where id = ${ruleId}`.execute(context.tx)
  return found.rows[0]
}

/** Keeps how far a rule has looked: to this file, or to the end. */
export async function markLooked(
  context: Context,
  rule: Pick<Rule, 'id' | 'version'>,
  lookedTo: string | null,
  files: number,
): Promise<boolean> {
  const marked = await sql`update customers.consistency_rule set looked_to = ${lookedTo}, looked_files = looked_files + ${files}
    where id = ${rule.id} and version = ${rule.version}`.execute(context.tx)
  return marked.numAffectedRows === 1n
}

export const countRules = async (context: Context): Promise<number> =>
  Number(
    (await sql<{ count: string }>`select count(*) as count from customers.consistency_rule where removed_at is null`.execute(context.tx))
      .rows[0]?.count ?? 0,
  )
