import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { instantOfLocal } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { fieldCatalogue } from '../../customers/index.ts'
import { zoneOf } from '../../identity/index.ts'
import { readAsked, readHourCosts, readMeasures } from './field-costs.queries.ts'
import type { Asked, Measure } from './field-costs.queries.ts'
import { dearFrom, leastAsked, weighFields } from './field-costs.rules.ts'

type Route = typeof contract.fieldCosts.list
type Row = AnswerOf<Route>['rows'][number]

/** What collecting each field took in a period, against what it is used for; the dearest first. */
export async function listFieldCosts(context: Context, { from, to }: QueryOf<Route>): Promise<AnswerOf<Route>> {
  const zone = await zoneOf(context)
  const asked = Map.groupBy(
    await readAsked(context, instantOfLocal(from, '00:00', zone), instantOfLocal(to, '00:00', zone)),
    ({ field }) => field,
  )
  const [measures, costs] = [await readMeasures(context), await readHourCosts(context)]
  const labels = new Map((await fieldCatalogue(context)).fields.map(({ key, label }) => [key, label]))
  const keys = [...new Set([...asked.keys(), ...measures.keys()])].filter((key) => labels.has(key))
  const rows = keys.map((key) => rowOf(key, asked.get(key) ?? [], measures.get(key), costs))
  const weighed = weighFields(rows.map((row) => ({ ...row, measure: measures.get(row.key) ?? null })))
  return {
    rows: rows
      .map((row): Row => ({
        ...row,
        label: labels.get(row.key) ?? { fa: row.key, en: row.key },
        ...(weighed.get(row.key) ?? { costPart: null, usePart: null, verdict: 'unknown' }),
      }))
      .toSorted((a, b) => Number(b.verdict === 'dear') - Number(a.verdict === 'dear') || b.minutes - a.minutes),
    leastAsked,
    dearFrom,
  }
}

function rowOf(key: string, asked: readonly Asked[], measure: Measure | undefined, costs: ReadonlyMap<string | null, number>) {
  const sum = (of: (one: Asked) => number) => asked.reduce((total, one) => total + of(one), 0)
  const said = measure?.minutes ?? null
  const minutesOf = (one: Asked) => (said === null ? one.seconds / 60 : said * one.asked)
  const minutes = sum(minutesOf)
  const hourCost = (unitId: string | null) => costs.get(unitId) ?? costs.get(null)
  const isPriced = asked.every(({ unitId }) => hourCost(unitId) !== undefined) && costs.size > 0
  const values = measure ? measure.filled + measure.changed : 0
  return {
    key,
    asked: sum((one) => one.asked),
    answered: sum((one) => one.answered),
    declined: sum((one) => one.declined),
    minutes: Math.round(minutes * 10) / 10,
    minutesEach:
      asked.length === 0
        ? said
        : Math.round(
            (minutes /
              Math.max(
                1,
                sum((one) => one.asked),
              )) *
              100,
          ) / 100,
    isMeasured: said === null,
    cost: isPriced ? Math.round(sum((one) => (minutesOf(one) / 60) * (hourCost(one.unitId) ?? 0))) : null,
    filledShare: measure && measure.files > 0 ? measure.filled / measure.files : null,
    correctedShare: values > 0 && measure ? measure.changed / values : null,
    segments: measure?.segments ?? null,
    rules: measure?.rules ?? null,
  }
}
