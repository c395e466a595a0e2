import { cityOptions, countyOptions, inCity, inCounty, inProvince, provinceOptions } from '../../../places/place-options.ts'
import { PlaceField } from '../../../places/PlaceField.tsx'
import { usePlaces } from '../../../places/places.ts'
import { FieldRow, FormSection } from '../../../ui/FormLayout.tsx'
import { useCustomerWords } from '../messages.ts'
import { FormText } from './FormText.tsx'
import { useFormWords } from './messages.ts'
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
