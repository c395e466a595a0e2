import { consentPurposes, socialNetworks } from '@parvandeh/contract'
import { useState } from 'react'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { FieldRow } from '../../../ui/FormLayout.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../../../places/places.ts'
import { useFormWords } from './messages.ts'
import { cityOptions } from '../../../places/place-options.ts'
import { PlaceField } from '../../../places/PlaceField.tsx'
import { useForm } from './use-customer-form.ts'
import { pointField, type PointValues } from './values.ts'

/** Hours, verification, consents and, of an address, where it is. Closed, it says in a line what is set. */
export function PointDetails({ point, isOpen }: { point: PointValues; isOpen: boolean }) {
  const words = useFormWords()
  const shared = useCustomerWords()
  const { setPoint } = useForm()
  if (!isOpen) return <PointSummary point={point} />
  const set = (change: Partial<PointValues>) => setPoint(point.key, change)
  return (
    <div className="mt-3 flex flex-col gap-3 border-t border-line pt-3">
      <FieldRow>
        <TextField
          label={shared.preferredHours}
          placeholder={words.hoursPlaceholder}
          maxLength={200}
          value={point.preferredHours}
          onChange={(preferredHours) => set({ preferredHours })}
        />
        {point.kind === 'address' && <AddressPlace point={point} />}
        {point.kind === 'social' && (
          <Select
            label={words.network}
            options={socialNetworks.map((id) => ({ id, label: shared.networks[id] }))}
            value={point.network}
            onChange={(network) => set({ network })}
          />
        )}
      </FieldRow>
      <Checkbox isSelected={point.verified} onChange={(verified) => set({ verified })} hint={words.verifiedHint}>
        {shared.verified}
      </Checkbox>
      <Consents point={point} />
    </div>
  )
}

/** What the customer lets us send here; where that changes, how it was said. */
function Consents({ point }: { point: PointValues }) {
  const words = useFormWords()
  const shared = useCustomerWords()
  const { setPoint } = useForm()
  const [touched, setTouched] = useState<readonly (typeof consentPurposes)[number][]>([])
  return (
    <div role="group" aria-label={words.consentTitle} className="flex flex-col gap-2">
      <p className="text-small text-muted">{words.consentTitle}</p>
      <div className="flex flex-wrap gap-x-6">
        {consentPurposes.map((purpose) => (
          <Checkbox
            key={purpose}
            isSelected={point.consents[purpose] ?? false}
            onChange={(given) => {
              setPoint(point.key, { consents: { ...point.consents, [purpose]: given } })
              setTouched([...new Set([...touched, purpose])])
            }}
          >
            {shared.consents[purpose]}
          </Checkbox>
        ))}
      </div>
      {touched.map((purpose) => (
        <TextField
          key={purpose}
          label={words.consentHow(shared.consents[purpose], point.consents[purpose] ?? false)}
          placeholder={words.consentHowPlaceholder}
          maxLength={200}
          value={point.consentHow[purpose] ?? ''}
          onChange={(how) => setPoint(point.key, { consentHow: { ...point.consentHow, [purpose]: how } })}
        />
      ))}
    </div>
  )
}

function AddressPlace({ point }: { point: PointValues }) {
  const words = useFormWords()
  const shared = useCustomerWords()
  const places = usePlaces()
  const { setPoint, leave } = useForm()
  return (
    <>
      <TextField
        label={shared.postalCode}
        ltr
        inputMode="numeric"
        maxLength={20}
        value={point.postalCode}
        onChange={(postalCode) => setPoint(point.key, { postalCode })}
        onBlur={() => leave(pointField(point.key))}
      />
      <PlaceField
        label={shared.fields.cityId}
        placeholder={words.anyCity}
        chosen={point.cityId}
        chosenName={places.cityName(point.cityId)}
        optionsFor={(typed) => cityOptions(places, { provinceId: null, countyId: null }, typed)}
        onChange={(cityId) => setPoint(point.key, { cityId })}
      />
    </>
  )
}

function PointSummary({ point }: { point: PointValues }) {
  const { consents, verified, networks } = useCustomerWords()
  const { cityName } = usePlaces()
  const set = [
    ...(point.network ? [networks[point.network]] : []),
    ...(point.verified ? [verified] : []),
    ...(point.preferredHours ? [point.preferredHours] : []),
    ...(point.cityId === null ? [] : [cityName(point.cityId) ?? '']),
    ...(point.postalCode ? [point.postalCode] : []),
    ...consentPurposes.filter((purpose) => point.consents[purpose]).map((purpose) => consents[purpose]),
  ]
  if (set.length === 0) return null
  return (
    <div className="mt-2 flex flex-wrap gap-1.5">
      {set.map((text) => (
        <Badge key={text}>{text}</Badge>
      ))}
    </div>
  )
}
