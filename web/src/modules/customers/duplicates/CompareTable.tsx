import type { customerRoutes, ResponseOf } from '@parvandeh/contract'
import { Check, EqualNot } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { classes, focusRing } from '../../../ui/classes.ts'
import { useValueText } from '../evidence/value-text.ts'
import { useCustomerWords } from '../messages.ts'
import { useDuplicateWords } from './messages.ts'

export type File = ResponseOf<typeof customerRoutes.show>
export type ComparedField = Exclude<keyof ReturnType<typeof useCustomerWords>['fields'], 'kind' | 'accessPoints' | 'photoId'>

const order: readonly ComparedField[] = [
  'firstName',
  'lastName',
  'fatherName',
  'organisationName',
  'nationalCode',
  'foreignCode',
  'companyNationalId',
  'registrationNumber',
  'economicCode',
  'birthDate',
  'gender',
  'provinceId',
  'countyId',
  'cityId',
  'district',
  'features',
  'unitId',
  'ownerId',
]

const valueOf = (file: File, field: ComparedField): unknown => file[field]
const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** Fields that either of the two has. */
export const comparedFields = (files: readonly [File, File]): ComparedField[] =>
  order.filter((field) => files.some((file) => !isEmpty(valueOf(file, field))))

export const differs = ([a, b]: readonly [File, File], field: ComparedField): boolean => valueOf(a, field) !== valueOf(b, field)

interface CompareTableProps {
  files: readonly [File, File]
  /** Which of the two each differing field is taken from; left out, nothing is chosen here. */
  chosen?: (field: ComparedField) => 0 | 1
  onChoose?: (field: ComparedField, place: 0 | 1) => void
}

/** Two files side by side, what differs marked; where fields are chosen, by a press on the value. */
export function CompareTable({ files, chosen, onChoose }: CompareTableProps) {
  const words = useDuplicateWords()
  const shared = useCustomerWords()
  const format = useFormat()
  return (
    <table className="w-full table-fixed border-collapse text-small sm:text-body">
      <thead>
        <tr className="border-b border-line text-start align-bottom">
          <th scope="col" className="w-1/4 py-2 pe-2 text-start font-normal text-muted">
            {words.field}
          </th>
          {files.map((file) => (
            <th key={file.customerId} scope="col" className="py-2 ps-2 pe-2 text-start font-semibold">
              <span className="block truncate">{file.displayName}</span>
              <span className="block text-small font-normal text-muted">{words.file(format.digits(file.code))}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparedFields(files).map((field) => {
          const isDifferent = differs(files, field)
          return (
            <tr key={field} className={classes('border-b border-line align-top', isDifferent && 'bg-caution-soft/50')}>
              <th scope="row" className="py-1.5 ps-1 pe-2 text-start font-normal text-muted">
                {shared.fields[field]}
                {isDifferent && (
                  <span title={words.differs} className="ms-1.5 inline-flex translate-y-0.5 text-caution">
                    <EqualNot size={14} aria-hidden="true" />
                    <span className="sr-only">{words.differs}</span>
                  </span>
                )}
              </th>
              {files.map((file, place) => (
                <td key={file.customerId} className="py-1 pe-2">
                  <Value
                    file={file}
                    field={field}
                    {...(isDifferent &&
                      onChoose && { isChosen: chosen?.(field) === place, onChoose: () => onChoose(field, place as 0 | 1) })}
                  />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface ValueProps {
  file: File
  field: ComparedField
  isChosen?: boolean
  onChoose?: () => void
}

function Value({ file, field, isChosen = false, onChoose }: ValueProps) {
  const words = useDuplicateWords()
  const shared = useCustomerWords()
  const text = useFieldText()(field, valueOf(file, field))
  const said = text === '' ? <span className="text-faint">{words.empty}</span> : <Bidi>{text}</Bidi>
  if (!onChoose) return <div className="px-2 py-0.5 wrap-anywhere">{said}</div>
  return (
    <AriaButton
      aria-pressed={isChosen}
      aria-label={`${words.merge.takeOf(shared.fields[field], file.displayName)}: ${text === '' ? words.empty : text}`}
      onPress={onChoose}
      className={classes(
        'flex w-full cursor-pointer items-start gap-2 rounded-control border px-2 py-0.5 text-start wrap-anywhere',
        isChosen ? 'border-accent bg-accent-soft font-medium' : 'border-line-strong bg-surface hover:bg-hover',
        focusRing,
      )}
    >
      <span className="min-w-0 flex-1">{said}</span>
      {isChosen && <Check size={16} aria-hidden="true" className="mt-1 shrink-0 text-accent-text" />}
    </AriaButton>
  )
}

/** A value of either file in words; units and people by their names. */
function useFieldText() {
  const valueText = useValueText()
  const { unitName, personName } = useDirectory()
  return (field: ComparedField, value: unknown): string => {
    if (isEmpty(value)) return ''
    if (field === 'unitId') return unitName(String(value)) ?? ''
    if (field === 'ownerId') return personName(String(value)) ?? ''
    return valueText(field, value)
  }
}
