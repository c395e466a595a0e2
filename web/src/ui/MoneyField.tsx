import { amountInWords, moneyUnitNames } from '@parvandeh/contract/persian'
import { useSession } from '../api/session.ts'
import { useLanguage } from '../i18n/language.tsx'
import { NumberField, type NumberFieldProps } from './NumberField.tsx'

type Props = Omit<NumberFieldProps, 'unit' | 'decimals' | 'step' | 'hint'> & { hint?: string | undefined }

/**
 * A sum of money, typed in the unit of the organisation and given in whole Rials. In Persian the sum is said in words
 * under it, for whoever types it to read back.
 */
export function MoneyField({ value, onChange, minimum, maximum, hint, ...rest }: Props) {
  const language = useLanguage()
  const unit = useSession().organisation?.currency ?? 'rial'
  const size = unit === 'toman' ? 10 : 1
  const said = value !== null && value > 0 && Number.isSafeInteger(value) && language === 'fa' ? amountInWords(value, unit) : hint
  return (
    <NumberField
      {...rest}
      value={value === null ? null : value / size}
      onChange={(typed) => onChange(typed === null || Number.isNaN(typed) ? null : Math.round(typed * size))}
      {...(minimum === undefined ? {} : { minimum: minimum / size })}
      {...(maximum === undefined ? {} : { maximum: maximum / size })}
      decimals={unit === 'toman' ? 1 : 0}
      step={100_000}
      unit={moneyUnitNames[language][unit]}
      hint={said}
    />
  )
}
