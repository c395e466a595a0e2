import type { CustomField, CustomValue } from '@parvandeh/contract'
import { useDirectory } from '../api/directory.ts'
import { useFormat } from '../persian/format.ts'
import { useOwnFieldWords } from './messages.ts'
import { useLabelOf } from './use-own-fields.ts'

type Names = Readonly<Record<string, string>>

/** A value of an own field as plain text: for cells, for the clipboard, for the file. */
export function useOwnText(): (field: Pick<CustomField, 'type' | 'choices'>, value: CustomValue | undefined, names?: Names) => string {
  const words = useOwnFieldWords()
  const format = useFormat()
  const labelOf = useLabelOf()
  const { personName } = useDirectory()
  const comma = format.language === 'fa' ? '، ' : ', '
  return (field, value, names = {}) => {
    if (value === undefined || value === null) return ''
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (typeof value === 'number') return field.type === 'money' ? format.money(value) : numberText(value, format)
    const choiceName = (key: string) => {
      const choice = field.choices.find((one) => one.key === key)
      return choice ? labelOf(choice.label) : key
    }
    if (Array.isArray(value)) return value.map(choiceName).join(comma)
    if (field.type === 'choice') return choiceName(value)
    if (field.type === 'date') return format.day(value)
    if (field.type === 'phone') return format.phone(value)
    if (field.type === 'person') return personName(value) ?? words.unknownPerson
    if (field.type === 'customer') return names[value] ?? words.outOfSight
    if (field.type === 'file') return words.openFile
    return field.type === 'email' ? value : format.digits(value)
  }
}

const numberText = (value: number, format: ReturnType<typeof useFormat>) =>
  Number.isInteger(value) ? format.number(value) : format.decimal(value, 2)
