import { useDirectory } from '../../../api/directory.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { FieldRow, FormSection } from '../../../ui/FormLayout.tsx'
import { useCustomerWords } from '../messages.ts'
import { useFormWords } from './messages.ts'
import { useForm } from './use-customer-form.ts'

/** Which unit and person answers for the customer. */
export function CareFields() {
  const words = useFormWords()
  const { fields } = useCustomerWords()
  const { values, set, problems } = useForm()
  const { units, activePeople, personName, unitName } = useDirectory()
  const people = activePeople.map(({ id, name, unitId }) => ({ id, label: name, hint: unitName(unitId) }))
  return (
    <FormSection title={words.sections.care} hint={words.sections.careHint}>
      <FieldRow>
        <ComboBox
          label={fields.unitId}
          placeholder={words.myUnit}
          options={units.map(({ id, name }) => ({ id, label: name }))}
          value={values.unitId}
          valueLabel={unitName(values.unitId)}
          onChange={(unitId) => set({ unitId })}
          problem={problems.unitId}
        />
        <ComboBox
          label={fields.ownerId}
          placeholder={words.nobody}
          options={people}
          value={values.ownerId}
          valueLabel={personName(values.ownerId)}
          onChange={(ownerId) => set({ ownerId })}
          problem={problems.ownerId}
        />
      </FieldRow>
    </FormSection>
  )
}
