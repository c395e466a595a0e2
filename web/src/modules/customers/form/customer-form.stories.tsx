import { customerRoutes, type LikelyDuplicate } from '@parvandeh/contract'
import { says, Screen } from '../../../kit/Screen.tsx'
import { plainPoint } from '../../../kit/invented.ts'
import { type Stories, useSay } from '../../../kit/story.ts'
import { CustomerFormPage } from './CustomerFormPage.tsx'
import { EditCustomerPage } from './EditCustomerPage.tsx'
import { NewCustomerPage } from './NewCustomerPage.tsx'
import { useCustomerForm } from './use-customer-form.ts'
import { type CustomerFile, emptyPoint, emptyValues } from './values.ts'

const customerId = '01900000-0000-7000-8000-000000000021'

const file: CustomerFile = {
  customerId,
  code: '1021',
  displayName: 'لاله فرهمند مقدم تبریزی',
  kind: 'person',
  firstName: 'لاله',
  lastName: 'فرهمند مقدم تبریزی',
  nationalCode: '79964810',
  birthDate: '1984-05-02',
  gender: 'female',
  provisional: false,
  unitId: null,
  ownerId: null,
  accessPoints: [
    { ...plainPoint, id: 'a', kind: 'mobile', value: '+989123456789', display: '0912 345 6789', primary: true, verified: true },
    { ...plainPoint, id: 'b', kind: 'email', value: 'laleh@@example.ir', display: 'laleh@@example.ir' },
  ],
  problems: [],
  withheld: ['economicCode', 'fatherName'],
  version: 3,
  createdAt: '2026-03-21T06:30:00Z',
  updatedAt: '2026-11-20T10:00:00Z',
  can: { edit: true, logInteraction: true, registerRequest: true, addDocument: true },
}

const likely: Omit<LikelyDuplicate, 'sentence'> = {
  customerId: '01900000-0000-7000-8000-000000000022',
  code: '1022',
  displayName: 'لاله فرهمندمقدم',
  kind: 'person',
  provisional: false,
  mainPhone: '+989123456789',
  unitId: null,
  ownerId: null,
  createdAt: '2025-01-20T10:00:00Z',
  score: 0.93,
  reasons: ['mobile', 'name-near'],
}

const places = says(customerRoutes.places, {
  provinces: [{ id: 1, name: 'آذربایجان شرقی', closed: false }],
  counties: [{ id: 1, name: 'تبریز', closed: false, provinceId: 1 }],
  cities: [{ id: 1, name: 'تبریز', closed: false, countyId: 1, provinceId: 1 }],
})

const begun = (search = '') =>
  function Begun() {
    return (
      <Screen path="/customers/new" at={`/customers/new${search}`} answers={[places]}>
        <NewCustomerPage />
      </Screen>
    )
  }

function OrganisationForm() {
  const say = useSay()
  const form = useCustomerForm({
    start: emptyValues({
      kind: 'organisation',
      organisationName: 'شرکت پخش سراسری لوازم خانگی و صنعتی مهرآوران البرز و شمال',
      points: [
        { ...emptyPoint('phone', '021 8877 6655'), primary: true },
        emptyPoint('address'),
        emptyPoint('social'),
        emptyPoint('website'),
      ],
    }),
    onSaved: () => {},
  })
  return (
    <CustomerFormPage
      form={form}
      title={say('سازمان تازه', 'New organisation')}
      above={null}
      saveLabel={say('ساختن پرونده', 'Create')}
      onCancel={() => {}}
    />
  )
}

const Organisation = () => (
  <Screen path="/customers/new" answers={[places]}>
    <OrganisationForm />
  </Screen>
)

/** The server's doubts and refusals are in the language of the reader. */
function useFound(): Record<'doubtful' | 'refused' | 'twice', Parameters<typeof says<typeof customerRoutes.check>>[1]> {
  const say = useSay()
  const dropped = {
    field: 'nationalCode',
    problem: 'leading-zeros-dropped',
    message: say('گویا صفرهای آغاز آن افتاده است.', 'Its leading zeros seem to have been dropped.'),
    suggestion: '0079964810',
  }
  const mail = {
    field: 'accessPoints.1',
    problem: 'format',
    message: say('نشانی رایانامه دو نشانهٔ @ دارد.', 'The address has two @ signs.'),
    suggestion: 'laleh@example.ir',
  }
  const birth = {
    field: 'birthDate',
    problem: 'future',
    message: say('تاریخ تولد نمی‌تواند پس از امروز باشد.', 'The birth date cannot be after today.'),
    suggestion: null,
    refused: true,
  }
  const name = {
    field: 'lastName',
    problem: 'taken',
    message: say('مشتری دیگری با همین نام و همین شماره هست.', 'Another customer has this name and this number.'),
    suggestion: null,
    refused: true,
  }
  const sentence = say('شمارهٔ همراه یکی است و نام‌ها به هم نزدیک‌اند.', 'The mobile number is the same and the names are near.')
  return {
    doubtful: { problems: [dropped, mail], duplicates: [] },
    refused: { problems: [birth, name], duplicates: [] },
    twice: { problems: [], duplicates: [{ ...likely, sentence }] },
  }
}

const changed = (kind: keyof ReturnType<typeof useFound>) =>
  function Changed() {
    const found = useFound()[kind]
    return (
      <Screen
        path="/customers/$customerId/edit"
        at={`/customers/${customerId}/edit`}
        answers={[says(customerRoutes.show, file), says(customerRoutes.check, found), places]}
      >
        <EditCustomerPage />
      </Screen>
    )
  }

export const stories: Stories = {
  'a new person': begun(),
  'after a search in vain': begun('?q=هوشنگ خسروانی‌زادهٔ لنگرودی'),
  'a new organisation': Organisation,
  'doubtful fields': changed('doubtful'),
  'refused fields': changed('refused'),
  'perhaps there already': changed('twice'),
}
