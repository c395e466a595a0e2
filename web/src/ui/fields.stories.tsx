import { useState } from 'react'
import { type Stories, useSay } from '../kit/story.ts'
import { Button } from './Button.tsx'
import { Checkbox } from './Checkbox.tsx'
import { ComboBox } from './ComboBox.tsx'
import { DateField, DatePicker } from './date/DateField.tsx'
import { PeriodField } from './date/PeriodField.tsx'
import type { Period } from './date/periods.ts'
import { TimeField } from './date/TimeField.tsx'
import { FieldRow, FormLayout, FormSection } from './FormLayout.tsx'
import { NumberField } from './NumberField.tsx'
import { RadioGroup } from './RadioGroup.tsx'
import { SearchField } from './SearchField.tsx'
import { Select } from './Select.tsx'
import { Switch } from './Switch.tsx'
import { PasswordField, TextArea, TextField } from './TextField.tsx'

function Texts() {
  const say = useSay()
  const [amount, setAmount] = useState<number | null>(12_500_000)
  return (
    <FormLayout
      onSubmit={() => {}}
      failure={{ title: '', problems: [{ field: 'code', message: '' }] }}
      actions={
        <>
          <Button type="submit" variant="primary">
            {say('ذخیرهٔ مشتری', 'Save customer')}
          </Button>
          <Button>{say('انصراف', 'Cancel')}</Button>
        </>
      }
    >
      <FormSection title={say('مشخصات', 'Identity')} hint={say('آنچه مشتری را می‌شناساند.', 'What identifies the customer.')}>
        <FieldRow>
          <TextField label={say('نام', 'First name')} isRequired defaultValue={say('علی‌رضا', 'Alireza')} />
          <TextField label={say('نام خانوادگی', 'Last name')} placeholder={say('مانند محمدی‌پور', 'such as Mohammadipour')} />
          <TextField
            label={say('کد ملی', 'National code')}
            ltr
            defaultValue={say('۰۰۷۷۹۶۴۸۱', '007796481')}
            problem={say('کد ملی ۱۰ رقم است؛ یک رقم کم دارد.', 'A national code has 10 digits; one is missing.')}
          />
        </FieldRow>
        <FieldRow>
          <TextField
            label={say('تلفن همراه', 'Mobile')}
            ltr
            prefix={<span dir="ltr">{say('+۹۸', '+98')}</span>}
            hint={say('با آن پیامک فرستاده می‌شود.', 'Used for text messages.')}
          />
          <NumberField
            label={say('سقف اعتبار', 'Credit limit')}
            value={amount}
            onChange={setAmount}
            unit={say('ریال', 'rial')}
            step={1000}
            minimum={0}
          />
          <PasswordField label={say('گذرواژه', 'Password')} defaultValue="chenar-sabz" />
        </FieldRow>
        <TextArea
          label={say('شرح', 'Description')}
          hint={say('هرچه گفته شد، به زبان خود مشتری.', 'What was said, in the words of the customer.')}
        />
        <TextField label={say('غیرفعال', 'Disabled')} isDisabled defaultValue={say('نمی‌توان نوشت', 'cannot be typed in')} />
      </FormSection>
    </FormLayout>
  )
}

function Choices() {
  const say = useSay()
  const units = [
    { id: 'north', label: say('پشتیبانی شمال', 'Support north'), hint: say('۸ همکار', '8 people') },
    { id: 'south', label: say('پشتیبانی جنوب', 'Support south'), hint: say('۵ همکار', '5 people') },
    { id: 'field', label: say('خدمات میدانی', 'Field service') },
  ]
  const [unit, setUnit] = useState<string | null>('south')
  const [topic, setTopic] = useState<string | null>(null)
  const [kind, setKind] = useState('person')
  return (
    <div className="grid gap-4">
      <FieldRow>
        <Select label={say('واحد', 'Unit')} options={units} value={unit} onChange={setUnit} />
        <Select
          label={say('اولویت', 'Priority')}
          options={units}
          value={null}
          onChange={() => {}}
          problem={say('یکی را برگزینید.', 'Choose one.')}
        />
        <ComboBox
          label={say('موضوع', 'Topic')}
          options={units}
          value={topic}
          onChange={setTopic}
          placeholder={say('بنویسید تا پیدا شود', 'Type to find')}
        />
        <SearchField label={say('جست‌وجوی مشتری', 'Search customers')} className="self-end" />
      </FieldRow>
      <div className="flex flex-wrap gap-10">
        <RadioGroup
          label={say('گونهٔ مشتری', 'Kind')}
          value={kind}
          onChange={setKind}
          options={[
            { id: 'person', label: say('شخص', 'Person') },
            { id: 'organisation', label: say('سازمان', 'Organisation'), hint: say('با شناسهٔ ملی', 'with a national id') },
          ]}
        />
        <div>
          <Checkbox defaultSelected>{say('اجازهٔ پیامک خدمات', 'May receive service messages')}</Checkbox>
          <Checkbox hint={say('تا وقتی پس بگیرد.', 'Until withdrawn.')}>{say('اجازهٔ نظرسنجی', 'May receive surveys')}</Checkbox>
          <Checkbox isIndeterminate>{say('همهٔ ردیف‌ها', 'All rows')}</Checkbox>
          <Checkbox isDisabled>{say('غیرفعال', 'Disabled')}</Checkbox>
        </div>
        <div>
          <Switch defaultSelected>{say('اعلان صوتی', 'Sound')}</Switch>
          <Switch hint={say('بی‌درنگ اثر می‌کند.', 'Takes effect at once.')}>{say('حالت مزاحم نشوید', 'Do not disturb')}</Switch>
        </div>
      </div>
    </div>
  )
}

function Dates() {
  const say = useSay()
  const [day, setDay] = useState<string | null>('2026-11-22')
  const [late, setLate] = useState<string | null>('2026-12-01')
  const [empty, setEmpty] = useState<string | null>(null)
  const [time, setTime] = useState<string | null>('14:35')
  const [period, setPeriod] = useState<Period>('last-90-days')
  const [perhaps, setPerhaps] = useState<Period | undefined>(undefined)
  return (
    <div className="grid gap-4">
      <FieldRow>
        <DatePicker label={say('تاریخ اعلام', 'Reported on')} value={day} onChange={setDay} />
        <DateField
          label={say('تاریخ تولد', 'Birth date')}
          value={empty}
          onChange={setEmpty}
          hint={say('روز و ماه و سال را بنویسید.', 'Type day, month and year.')}
        />
        <TimeField label={say('ساعت', 'Time')} value={time} onChange={setTime} />
        <DatePicker label={say('تنها تا امروز', 'Up to today only')} value={late} onChange={setLate} maximum="2026-11-22" />
        <DatePicker label={say('سررسید', 'Due')} value={day} onChange={setDay} problem={say('تاریخ گذشته است.', 'The date has passed.')} />
      </FieldRow>
      <div className="flex flex-wrap gap-3">
        <div className="max-w-full">
          <PeriodField label={say('بازه', 'Period')} value={period} onChange={setPeriod} />
        </div>
        <div className="max-w-full">
          <PeriodField label={say('بازه', 'Period')} value="2026-10-23..2026-11-22" onChange={setPeriod} />
        </div>
        <div className="max-w-full">
          <PeriodField<Period | undefined> optional label={say('بازه', 'Period')} value={perhaps} onChange={setPerhaps} />
        </div>
      </div>
    </div>
  )
}

export const stories: Stories = { texts: Texts, choices: Choices, dates: Dates }
