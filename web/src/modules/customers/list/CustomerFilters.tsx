import { useDirectory } from '../../../api/directory.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../places.ts'
import type { CustomerSearch } from './customer-search.ts'
import { useListWords } from './messages.ts'

interface CustomerFiltersProps {
  search: CustomerSearch
  onChange: (change: CustomerSearch) => void
  /** In a dialog on a phone the fields carry their labels. */
  labelled?: boolean
}

const optionsOf = (rows: readonly { id: string | number; name: string }[]) => rows.map(({ id, name }) => ({ id: String(id), label: name }))

const width = 'sm:min-w-34 sm:flex-1'

/** Narrows the list by kind, unit, responsible person, province and state of the file. */
export function CustomerFilters({ search, onChange, labelled = false }: CustomerFiltersProps) {
  const { fields } = useCustomerWords()
  const words = useListWords()
  const kinds = [
    { id: 'any', label: words.anyKind },
    { id: 'person', label: words.onlyPersons },
    { id: 'organisation', label: words.onlyOrganisations },
  ] as const
  const states = [
    { id: 'any', label: words.anyState },
    { id: 'true', label: words.onlyProvisional },
    { id: 'false', label: words.onlyComplete },
  ] as const
  const { kind = 'any', provisional = 'any' } = search
  return (
    <>
      <Select
        hideLabel={!labelled}
        label={fields.kind}
        options={kinds}
        value={kind}
        onChange={(id) => onChange({ kind: id === 'any' ? undefined : id })}
        className={width}
      />
      <ByResponsibility search={search} onChange={onChange} labelled={labelled} />
      <Select
        hideLabel={!labelled}
        label={words.state}
        options={states}
        value={provisional}
        onChange={(id) => onChange({ provisional: id === 'any' ? undefined : id })}
        className={width}
      />
    </>
  )
}

/** Whose customers and from where: long lists, found by typing. */
function ByResponsibility({ search: { unitId, ownerId, provinceId }, onChange, labelled = false }: CustomerFiltersProps) {
  const { fields } = useCustomerWords()
  const words = useListWords()
  const { units, activePeople } = useDirectory()
  const { provinces } = usePlaces()
  const look = { hideLabel: !labelled, className: width }
  return (
    <>
      <ComboBox
        {...look}
        label={fields.unitId}
        placeholder={words.anyUnit}
        options={optionsOf(units)}
        value={unitId ?? null}
        onChange={(id) => onChange({ unitId: id ?? undefined })}
      />
      <ComboBox
        {...look}
        label={fields.ownerId}
        placeholder={words.anyOwner}
        options={optionsOf(activePeople)}
        value={ownerId ?? null}
        onChange={(id) => onChange({ ownerId: id ?? undefined })}
      />
      <ComboBox
        {...look}
        label={fields.provinceId}
        placeholder={words.anyProvince}
        options={optionsOf(provinces)}
        value={provinceId === undefined ? null : String(provinceId)}
        onChange={(id) => onChange({ provinceId: id === null ? undefined : Number(id) })}
      />
    </>
  )
}
