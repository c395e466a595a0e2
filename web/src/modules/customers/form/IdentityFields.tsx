import { Lock } from 'lucide-react'
import { useFormat } from '../../../persian/format.ts'
import { DateField } from '../../../ui/date/DateField.tsx'
import { FieldRow, FormSection } from '../../../ui/FormLayout.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { useCustomerWords } from '../messages.ts'
import { Doubted } from './Doubted.tsx'
import { FormText } from './FormText.tsx'
import { useFormWords } from './messages.ts'
import { useForm } from './use-customer-form.ts'

/** Who the customer is: the fields of a person, or of an organisation. */
export function IdentityFields({ focus }: { focus: string | undefined }) {
  const words = useFormWords()
  const { fields, kinds } = useCustomerWords()
  const { values, set } = useForm()
  const isPerson = values.kind === 'person'
  return (
    <FormSection title={words.sections.identity} hint={words.sections.identityHint}>
      <Segmented
        className="max-w-xs"
        label={fields.kind}
        value={values.kind}
        onChange={(kind) => set({ kind })}
        options={(['person', 'organisation'] as const).map((id) => ({ id, label: kinds[id], icon: <KindIcon kind={id} label="" /> }))}
      />
      {isPerson ? <PersonFields focus={focus ?? 'firstName'} /> : <OrganisationFields focus={focus ?? 'organisationName'} />}
      <Hidden />
    </FormSection>
  )
}

function PersonFields({ focus }: { focus: string }) {
  const words = useFormWords()
  return (
    <>
      <FieldRow>
        <FormText name="firstName" placeholder={words.firstNamePlaceholder} autoFocus={focus === 'firstName'} />
        <FormText name="lastName" placeholder={words.lastNamePlaceholder} autoFocus={focus === 'lastName'} />
        <FormText name="fatherName" autoFocus={focus === 'fatherName'} />
      </FieldRow>
      <FieldRow>
        <FormText name="nationalCode" ltr inputMode="numeric" autoFocus={focus === 'nationalCode'} />
        <BirthDate isFocused={focus === 'birthDate'} />
        <Gender />
      </FieldRow>
      <FieldRow>
        <FormText name="foreignCode" ltr hint={words.foreignHint} autoFocus={focus === 'foreignCode'} />
        <FormText name="economicCode" ltr inputMode="numeric" autoFocus={focus === 'economicCode'} />
      </FieldRow>
      <FormText name="features" lines hint={words.featuresHint} maxLength={1000} autoFocus={focus === 'features'} />
    </>
  )
}

function OrganisationFields({ focus }: { focus: string }) {
  const words = useFormWords()
  return (
    <>
      <FormText name="organisationName" placeholder={words.organisationPlaceholder} autoFocus={focus === 'organisationName'} />
      <FieldRow>
        <FormText name="companyNationalId" ltr inputMode="numeric" autoFocus={focus === 'companyNationalId'} />
        <FormText name="registrationNumber" ltr autoFocus={focus === 'registrationNumber'} />
        <FormText name="economicCode" ltr inputMode="numeric" autoFocus={focus === 'economicCode'} />
      </FieldRow>
    </>
  )
}

function BirthDate({ isFocused }: { isFocused: boolean }) {
  const { fields } = useCustomerWords()
  const format = useFormat()
  const { values, set, leave, problems, withheld } = useForm()
  if (withheld.has('birthDate')) return null
  return (
    <Doubted field="birthDate">
      <div onBlur={() => leave('birthDate')}>
        <DateField
          label={fields.birthDate}
          value={values.birthDate}
          onChange={(birthDate) => set({ birthDate })}
          maximum={format.today()}
          autoFocus={isFocused}
          problem={problems.birthDate}
        />
      </div>
    </Doubted>
  )
}

function Gender() {
  const words = useFormWords()
  const { fields, genders } = useCustomerWords()
  const { values, set, withheld } = useForm()
  if (withheld.has('gender')) return null
  const options = [
    { id: 'female', label: genders.female },
    { id: 'male', label: genders.male },
    { id: 'unknown', label: words.unknownGender },
  ] as const
  return (
    <Segmented
      showLabel
      label={fields.gender}
      options={options}
      value={values.gender ?? 'unknown'}
      onChange={(gender) => set({ gender: gender === 'unknown' ? null : gender })}
    />
  )
}

/** Says what the form leaves out because the person may not see it, lest it look forgotten. */
function Hidden() {
  const words = useFormWords()
  const { fields } = useCustomerWords()
  const format = useFormat()
  const { withheld } = useForm()
  const names = [...withheld].flatMap((field) => (field in fields && field !== 'photoId' ? [fields[field as keyof typeof fields]] : []))
  if (names.length === 0) return null
  return (
    <p className="flex items-start gap-2 text-small text-muted">
      <Lock size={15} aria-hidden="true" className="mt-0.75 shrink-0" />
      {words.keptHidden(names.join(format.language === 'fa' ? '، ' : ', '))}
    </p>
  )
}
