import type { CustomerMapping } from '@parvandeh/contract'
import { foldJoined, parseDate } from '@parvandeh/contract/persian'
import type { DateFormat } from '@parvandeh/contract/persian'
import { sentenceOfCustom, tidyCustom } from '../../../customers/index.ts'
import { cutValue } from '../mapping/row-faults.rules.ts'
import { sentenceOfRowFault } from '../mapping/row-fault-sentences.ts'
import { faultOf } from './customer-faults.rules.ts'
import type { Lookups } from './open-lookups.ts'
import type { Cell, Draft } from './reading.types.ts'

/** A value of one of the organisation's own fields: a day by its format, money in Rials, a colleague by name. */
export function readOwn({ column, to, text }: Cell, draft: Draft, mapping: CustomerMapping, lookups: Lookups): void {
  const field = lookups.own.get(to)
  if (!field) return
  const fault = (code: string, words: { fa: string; en: string }) =>
    draft.faults.push({ code, column, value: cutValue(text), ...words, kept: true })
  let value: string = text
  if (field.type === 'date') {
    const parsed = parseDate(text, mapping.dateFormats[column] as DateFormat, 'Asia/Tehran')
    if (!parsed.ok)
      return void (parsed.reason !== 'empty' && fault(parsed.reason, sentenceOfRowFault({ code: parsed.reason, column, value: '' })))
    value = parsed.day
  } else if (field.type === 'person') {
    const found = lookups.owner.get(foldJoined(text)) ?? []
    if (found.length !== 1)
      return void draft.faults.push(faultOf(found.length > 1 ? 'several-so-named' : 'no-such-person', column, text, { kept: true }))
    value = found[0] ?? ''
  }
  const tidied = tidyCustom(field, value)
  if ('problem' in tidied) {
    fault(tidied.problem, {
      fa: sentenceOfCustom(tidied.problem, 'fa', tidied.detail),
      en: sentenceOfCustom(tidied.problem, 'en', tidied.detail),
    })
  } else if (tidied.value !== null) {
    const isToman = field.type === 'money' && mapping.moneyUnits[column] === 'toman' && typeof tidied.value === 'number'
    draft.given.custom = { ...draft.given.custom, [field.key]: isToman ? (tidied.value as number) * 10 : tidied.value }
  }
}
