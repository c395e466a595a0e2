import { plainPoint } from '../../../kit/invented.ts'
import { type Stories, useSay } from '../../../kit/story.ts'
import { AccessCard } from './AccessCard.tsx'
import { FactsCard } from './FactsCard.tsx'
import type { CustomerFile } from './fixed-facts.ts'

const nobody = { unitId: null, ownerId: null, provisional: false, problems: [], withheld: [], version: 1 }
const times = { createdAt: '2026-03-21T06:30:00Z', updatedAt: '2026-11-20T10:00:00Z' }
const can = { edit: true, logInteraction: true, registerRequest: true, addDocument: true }
const person: CustomerFile = {
  ...nobody,
  ...times,
  can,
  customerId: '01900000-0000-7000-8000-000000000001',
  code: '1001',
  displayName: 'لاله فرهمند مقدم تبریزی',
  kind: 'person',
  firstName: 'لاله',
  lastName: 'فرهمند مقدم تبریزی',
  nationalCode: '0079964810',
  birthDate: '1984-05-02',
  gender: 'female',
  accessPoints: [
    {
      ...plainPoint,
      id: 'a',
      kind: 'mobile',
      value: '+989123456789',
      display: '0912 345 6789',
      primary: true,
      verified: true,
      preferredHours: '۹ تا ۱۲',
      consents: { service: true, survey: true },
    },
    { ...plainPoint, id: 'b', kind: 'phone', value: '88776655', display: '88776655', label: 'دفتر' },
    {
      ...plainPoint,
      id: 'c',
      kind: 'email',
      value: 'a.very.long.address.that.must.break@department.example.ir',
      display: 'a.very.long.address.that.must.break@department.example.ir',
    },
    {
      ...plainPoint,
      id: 'd',
      kind: 'address',
      value: 'خیابان ولی‌عصر، کوچهٔ نسترن، پلاک ۱۲، واحد ۳',
      display: 'خیابان ولی‌عصر، کوچهٔ نسترن، پلاک ۱۲، واحد ۳',
      postalCode: '1969833114',
    },
  ],
  problems: [
    { field: 'nationalCode', problem: 'checksum', message: 'رقم کنترلی درست نیست.', suggestion: null, reason: 'از روی کارت خوانده شد' },
    { field: 'accessPoints.1', problem: 'area-code-missing', message: 'کد شهرستان ندارد.', suggestion: null, reason: null },
  ],
}

const organisation: CustomerFile = {
  ...nobody,
  ...times,
  can,
  customerId: '01900000-0000-7000-8000-000000000002',
  code: '1002',
  displayName: 'شرکت مهندسی و بازرگانی سازه‌گستران نوین آذرآبادگان و شرکا',
  kind: 'organisation',
  organisationName: 'شرکت مهندسی و بازرگانی سازه‌گستران نوین آذرآبادگان و شرکا (سهامی خاص)',
  companyNationalId: '10100000004',
  registrationNumber: '45-1207',
  accessPoints: [],
}

const hidden: CustomerFile = {
  ...person,
  nationalCode: undefined,
  birthDate: undefined,
  gender: undefined,
  problems: [],
  accessPoints: [],
  withheld: ['fatherName', 'nationalCode', 'foreignCode', 'birthDate', 'gender', 'economicCode', 'features', 'accessPoints'],
  can: { ...can, edit: false },
}

function Cards({ file }: { file: CustomerFile }) {
  return (
    <div className="grid items-start gap-gap md:grid-cols-2">
      <FactsCard file={file} />
      <AccessCard file={file} />
    </div>
  )
}

const Person = () => <Cards file={person} />
const Organisation = () => <Cards file={organisation} />
const Hidden = () => <Cards file={hidden} />

function Narrow() {
  const say = useSay()
  return (
    <div className="max-w-xs" aria-label={say('باریک', 'Narrow')}>
      <Cards file={person} />
    </div>
  )
}

export const stories: Stories = { person: Person, organisation: Organisation, hidden: Hidden, narrow: Narrow }
