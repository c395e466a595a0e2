import { type FailureCode, failures } from '@parvandeh/contract'
import { useLanguage } from '../i18n/language.tsx'
import { useFormat } from '../persian/format.ts'
import { Bidi } from '../ui/Bidi.tsx'
import type { BulkPlan, BulkPreview } from './bulk.types.ts'
import { useListsWords } from './messages.ts'

interface PreviewProps {
  preview: BulkPreview
  plan: Pick<BulkPlan<never>, 'fieldSaid' | 'valueSaid'>
}

/** What a change of many rows would do, in figures and by a few of the rows. */
export function Preview({ preview, plan }: PreviewProps) {
  const words = useListsWords().bulk
  const format = useFormat()
  const { total, more, judged, changes, same, sample } = preview
  const isExpected = judged < total
  const number = (count: number) => (isExpected ? words.about(format.number(count)) : format.number(count))
  if (more) return <p>{words.tooMany(format.number(total))}</p>
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-1">
        <li className="font-medium">{words.willChange(number(changes), number(total))}</li>
        {same > 0 && <li className="text-muted">{words.same(number(same))}</li>}
        <Refusals refused={preview.refused} said={(count, why) => words.refused(isExpected ? words.about(count) : count, why)} />
      </ul>
      {isExpected && <p className="text-small text-muted">{words.expected(format.number(judged))}</p>}
      {sample.length > 0 && (
        <table className="w-full border-separate border-spacing-0 text-table">
          <caption className="pb-1 text-start text-small text-muted">{words.sample}</caption>
          <tbody>
            {sample.map(({ id, label, before, after }) => (
              <tr key={id}>
                <th scope="row" className="border-t border-line py-1.5 pe-3 text-start align-top font-normal whitespace-nowrap text-muted">
                  <Bidi>{format.digits(label)}</Bidi>
                </th>
                <td className="w-full border-t border-line py-1.5">
                  {Object.keys(after).map((field) => (
                    <p key={field} className="flex flex-wrap gap-x-2">
                      <span className="text-muted">{plan.fieldSaid(field)}:</span>
                      <del className="text-muted">{plan.valueSaid(field, before[field] ?? null)}</del>
                      <ins className="font-medium no-underline">{plan.valueSaid(field, after[field] ?? null)}</ins>
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

interface RefusalsProps {
  refused: readonly { code: FailureCode; count: number }[]
  /** The sentence of so many rows and one reason: what will not be, or what was not. */
  said: (count: string, why: string) => string
}

/** How many rows are refused, by the reason. */
export function Refusals({ refused, said }: RefusalsProps) {
  const language = useLanguage()
  const format = useFormat()
  return refused.map(({ code, count }) => (
    <li key={code} className="text-caution">
      {said(format.number(count), failures[code][language])}
    </li>
  ))
}
