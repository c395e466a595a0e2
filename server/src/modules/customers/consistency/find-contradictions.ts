import { fieldsNamedIn } from '@parvandeh/contract'
import type { AccessClass } from '@parvandeh/contract'
import { checkPhone, foldSpaced } from '@parvandeh/contract/persian'
import { createHash } from 'node:crypto'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { classOfField, isPhone } from '../files/tidy.rules.ts'
import { provinces } from '../places/places.ts'
import { besideField, besideText, isBeside } from '../provenance/beside.rules.ts'
import type { FileEvidence, Finding, Rule, Side } from './consistency.types.ts'
import { agrees, sideOf, valueOf } from './sides.ts'
import { settingOf, whatIsMostlySeen } from './seen.rules.ts'

type Found = Omit<Finding, 'ruleId' | 'severity' | 'fingerprint'> & { also?: unknown }

/** Everything in a file that the active rules say cannot be right together. Order of rules and lines says nothing. */
export function findContradictions(
  evidence: FileEvidence,
  rules: readonly Rule[],
  classOf: (key: string) => AccessClass,
  now: Date,
): Finding[] {
  return rules
    .filter(({ active }) => active)
    .flatMap((rule) =>
      finderOf(rule)(evidence, rule, classOf, now).map(({ also, ...found }) => ({
        ...found,
        ruleId: rule.id,
        severity: rule.severity,
        fingerprint: fingerprintOf(rule.id, found, also),
      })),
    )
}

type Finder = (evidence: FileEvidence, rule: Rule, classOf: (key: string) => AccessClass, now: Date) => Found[]

function finderOf(rule: Rule): Finder {
  if (rule.builtIn !== null && rule.builtIn !== 'city-of-visits') return builtIn[rule.builtIn]
  return rule.rule?.kind === 'condition' ? byCondition : bySeen
}

/** What is fixed against what most of the latest visits, parcels and calls say. */
const bySeen: Finder = (evidence, rule, classOf, now) => {
  const setting = settingOf(rule)
  const stated = setting && valueOf(evidence, setting.field)
  if (!setting || stated === null || stated === undefined) return []
  const most = whatIsMostlySeen(evidence.seen, setting, now)
  if (!most || agrees(setting.field, stated, most.value)) return []
  const side = sideOf(setting.field, stated)
  const seenAs: Side = { as: setting.observed === 'cityId' ? 'city' : 'channel', value: most.value, count: most.count, of: most.of }
  // The line itself is internal: what it says of the customer is so too.
  return [
    { field: setting.field, accessClasses: [classOf(setting.field), 'internal'], stated: side, observed: seenAs, evidence: most.lines },
  ]
}

const byCondition: Finder = (evidence, rule, classOf) => {
  if (rule.rule?.kind !== 'condition' || !evidence.violated.has(rule.id)) return []
  const fields = fieldsNamedIn(rule.rule.where)
  const values = fields.map((field) => valueOf(evidence, field) ?? null)
  return [
    {
      field: fields.length === 1 ? (fields[0] ?? '') : '',
      accessClasses: [...new Set(fields.map(classOf))],
      stated: { as: 'condition', value: rule.name },
      observed: { as: 'text', value: null },
      evidence: [],
      // Asked again when a value has changed and the condition holds all the same.
      also: [values, fields.some((field) => !(field in evidence.file.fields)) ? rule.version : 0],
    },
  ]
}

const provinceIds = new Map(provinces.map(({ id, name }) => [foldSpaced(name), id]))

/** A landline has the code of a province. */
const byAreaCode: Finder = ({ file }) => {
  const { provinceId } = file.fields
  if (provinceId === null) return []
  return file.accessPoints.flatMap((point) => {
    const name = point.kind === 'phone' ? checkPhone(point.value).phone?.province?.fa : undefined
    const itsId = name === undefined ? undefined : provinceIds.get(foldSpaced(name))
    if (itsId === undefined || itsId === provinceId) return []
    return [
      {
        field: 'provinceId',
        accessClasses: [classOfField('provinceId'), accessPointClass],
        stated: { as: 'province', value: provinceId },
        observed: { as: 'phone', value: point.value },
        evidence: [],
      } satisfies Found,
    ]
  })
}

/** A call reached somebody else by a number of the file. */
const byWrongNumber: Finder = ({ file, seen }) =>
  file.accessPoints.flatMap((point) => {
    if (!isPhone(point.kind)) return []
    const calls = seen.filter(({ facts }) => typeof facts.wrongNumber === 'string' && checkPhone(facts.wrongNumber).value === point.value)
    if (calls.length === 0) return []
    return [
      {
        field: `accessPoints.${point.id}`,
        accessClasses: [accessPointClass],
        stated: { as: 'phone', value: point.value },
        observed: { as: 'note', value: null, count: calls.length },
        evidence: calls.map(({ id }) => id),
      } satisfies Found,
    ]
  })

/** A doubted relation says so by itself: a task about it would be read by people who may not see the file across. */
const byDoubt: Finder = ({ doubts }) =>
  doubts
    .filter(({ field }) => !field.startsWith(besideField('relations', '')))
    .map(({ field, accessClass, note, value }) => ({
      field,
      accessClasses: [accessClass],
      stated: sideOf(field, doubtedValue(field, value)),
      observed: { as: 'note', value: note },
      evidence: [],
    }))

function doubtedValue(field: string, value: unknown): unknown {
  if (isBeside(field)) return besideText(field, value)
  return field.startsWith('accessPoints.') ? (value as { value?: unknown } | null)?.value : value
}

/** Words that stand at the head of an organisation's name. */
const organisationWords = /^(?:شرکت|موسسه|سازمان|بانک|دانشگاه|بیمارستان|فروشگاه|کارخانه|هتل|اتحادیه|بنیاد|شهرداری|اداره|آموزشگاه)\s/u

/** A person who is called like an organisation. */
const byName: Finder = ({ file: { fields } }) => {
  const name = [fields.firstName, fields.lastName].filter((part) => part !== null).join(' ')
  if (fields.kind !== 'person' || !organisationWords.test(`${foldSpaced(name)} `)) return []
  return [
    {
      field: 'kind',
      accessClasses: [classOfField('kind'), classOfField('lastName')],
      stated: { as: 'kind', value: fields.kind },
      observed: { as: 'text', value: name },
      evidence: [],
    },
  ]
}

const builtIn = { 'area-code': byAreaCode, 'wrong-number': byWrongNumber, 'doubted-value': byDoubt, 'kind-by-name': byName }

/** How often something was seen does not make it another contradiction. */
function fingerprintOf(ruleId: string, { field, stated, observed }: Omit<Found, 'also'>, also: unknown): string {
  const sides = [ruleId, field, stated.as, stated.value, observed.as, observed.value, also ?? null]
  return createHash('sha256').update(JSON.stringify(sides)).digest('base64url').slice(0, 22)
}
