import { useState } from 'react'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { FieldRow, FormSection } from '../../../ui/FormLayout.tsx'
import type { Option } from '../../../ui/OptionList.tsx'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../places.ts'
import { FormText } from './FormText.tsx'
import { useFormWords } from './messages.ts'
import { cityOptions, countyOptions, inCity, inCounty, inProvince, provinceOptions } from './place-options.ts'
import { useForm } from './use-customer-form.ts'

/** Province, county and city: each narrows the next, and a city alone says the other two. */
export function PlaceFields({ focus }: { focus: string | undefined }) {
  const words = useFormWords()
  const { fields } = useCustomerWords()
  const { values, set, problems } = useForm()
  const places = usePlaces()
  const { provinceId, countyId, cityId } = values
  return (
    <FormSection title={words.sections.place}>
      <FieldRow>
        <PlaceField
          label={fields.provinceId}
          chosen={provinceId}
          chosenName={places.provinceName(provinceId)}
          optionsFor={(typed) => provinceOptions(places, typed)}
          onChange={(id) => set(inProvince(values, id))}
          problem={problems.provinceId}
        />
        <PlaceField
          label={fields.countyId}
          chosen={countyId}
          chosenName={places.countyName(countyId)}
          optionsFor={(typed) => countyOptions(places, values, typed)}
          onChange={(id) => set(inCounty(places, values, id))}
          problem={problems.countyId}
        />
      </FieldRow>
      <FieldRow>
        <PlaceField
          label={fields.cityId}
          placeholder={words.anyCity}
          autoFocus={focus === 'cityId'}
          chosen={cityId}
          chosenName={places.cityName(cityId)}
          optionsFor={(typed) => cityOptions(places, values, typed)}
          onChange={(id) => set(inCity(places, values, id))}
          problem={problems.cityId}
        />
        <FormText name="district" autoFocus={focus === 'district'} />
      </FieldRow>
    </FormSection>
  )
}

interface PlaceFieldProps {
  label: string
  placeholder?: string
  autoFocus?: boolean
  chosen: number | null
  chosenName: string | undefined
  optionsFor: (typed: string) => Option[]
  onChange: (id: number | null) => void
  problem?: string | undefined
}

/** One place, found by typing a part of its name. */
export function PlaceField({ chosen, chosenName, optionsFor, onChange, ...rest }: PlaceFieldProps) {
  const [typed, setTyped] = useState('')
  return (
    <ComboBox
      {...rest}
      options={optionsFor(typed)}
      value={chosen === null ? null : String(chosen)}
      valueLabel={chosenName}
      onSearch={setTyped}
      onChange={(id) => {
        setTyped('')
        onChange(id === null ? null : Number(id))
      }}
    />
  )
}
