import { Lock, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { buttonClass } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { OriginMark } from '../evidence/OriginMark.tsx'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../../../places/places.ts'
import { type CustomerFile, type FixedField, fixedFacts } from './fixed-facts.ts'
import { DoubtSign, Group } from './fact-parts.tsx'
import { useFileWords } from './messages.ts'
import { OwnFacts } from './OwnFacts.tsx'

/** The fixed facts in groups; what may not be read says so, and what is missing is asked for. */
export function FactsCard({ file }: { file: CustomerFile }) {
  const words = useFileWords()
  const shared = useCustomerWords()
  const { groups, withheld, missing } = fixedFacts(file)
  const edit = file.can.edit && <EditLink customerId={file.customerId}>{shared.edit}</EditLink>
  return (
    <Card title={words.facts} actions={edit}>
      <div className="flex flex-col gap-4">
        {groups.map(({ group, fields }) => (
          <Group key={group} title={words.groups[group]}>
            <Facts
              columns={2}
              facts={fields.map((field) => ({ term: shared.fields[field], value: <FactValue file={file} field={field} /> }))}
            />
          </Group>
        ))}
        <OwnFacts file={file} />
        <Withheld fields={withheld} />
        {file.can.edit && missing.length > 0 && <Missing file={file} fields={missing} />}
        <Group title={words.groups.record}>
          <Record file={file} />
        </Group>
      </div>
    </Card>
  )
}

function EditLink({ customerId, field, children }: { customerId: string; field?: FixedField | 'accessPoints'; children: ReactNode }) {
  return (
    <Link
      to="/customers/$customerId/edit"
      params={{ customerId }}
      search={field ? { field } : {}}
      className={buttonClass('quiet', 'small', 'no-underline!')}
    >
      {children}
    </Link>
  )
}

function FactValue({ file, field }: { file: CustomerFile; field: FixedField }) {
  const { fields } = useCustomerWords()
  const text = useFactText(file, field)
  const isCode =
    field === 'nationalCode' ||
    field === 'companyNationalId' ||
    field === 'economicCode' ||
    field === 'registrationNumber' ||
    field === 'foreignCode'
  return (
    <span className="inline-flex max-w-full items-center gap-1.5">
      <Bidi ltr={isCode} className="min-w-0">
        {text}
      </Bidi>
      <DoubtSign file={file} field={field} />
      <OriginMark field={field} name={fields[field]} mayEdit={file.can.edit} version={file.version} />
    </span>
  )
}

function useFactText(file: CustomerFile, field: FixedField): string {
  const format = useFormat()
  const { genders } = useCustomerWords()
  const places = usePlaces()
  const value = file[field]
  if (field === 'provinceId') return places.provinceName(file.provinceId) ?? ''
  if (field === 'countyId') return places.countyName(file.countyId) ?? ''
  if (field === 'cityId') return places.cityName(file.cityId) ?? ''
  if (field === 'gender') return file.gender ? genders[file.gender] : ''
  if (field === 'birthDate') return file.birthDate ? format.day(file.birthDate) : ''
  return format.digits(String(value ?? ''))
}

/** Facts that the reader's roles do not open: whether they are known is not told either. */
function Withheld({ fields }: { fields: readonly FixedField[] }) {
  const shared = useCustomerWords()
  const format = useFormat()
  if (fields.length === 0) return null
  return (
    <p className="flex items-start gap-2 text-small text-muted">
      <Lock size={15} aria-hidden="true" className="mt-0.75 shrink-0" />
      <span>
        <span className="font-medium">{shared.noAccess}:</span>{' '}
        {fields.map((field) => shared.fields[field]).join(format.language === 'fa' ? '، ' : ', ')}
      </span>
    </p>
  )
}

function Missing({ file, fields }: { file: CustomerFile; fields: readonly FixedField[] }) {
  const words = useFileWords()
  const shared = useCustomerWords()
  return (
    <section>
      <h3 className="mb-1.5 text-caption font-medium text-faint">{words.missing}</h3>
      <ul className="flex flex-wrap gap-1.5">
        {fields.map((field) => (
          <li key={field}>
            <Link
              to="/customers/$customerId/edit"
              params={{ customerId: file.customerId }}
              search={{ field }}
              aria-label={words.ask(shared.fields[field])}
              className="inline-flex min-h-7 items-center gap-1 rounded-full! border border-dashed border-line-strong px-2.5 text-small text-muted! no-underline! hover:border-accent hover:text-accent-text! pointer-coarse:min-h-9"
            >
              <Plus size={13} aria-hidden="true" />
              {shared.fields[field]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Record({ file }: { file: CustomerFile }) {
  const words = useFileWords()
  const shared = useCustomerWords()
  const format = useFormat()
  const { personName, unitName } = useDirectory()
  return (
    <Facts
      columns={2}
      facts={[
        { term: words.unit, value: <bdi>{unitName(file.unitId) ?? '—'}</bdi> },
        { term: words.responsible, value: <bdi>{personName(file.ownerId) ?? shared.nobody}</bdi> },
        { term: words.opened, value: format.date(file.createdAt) },
        { term: words.lastChange, value: format.relative(file.updatedAt) },
      ]}
    />
  )
}
