import type { CustomFieldType, Trade } from '@parvandeh/contract'
import type { CustomerKind } from '../customers.tables.ts'

interface Words {
  fa: string
  en: string
}

/** A field of a starter set; what is left out is as it is for most. */
export interface StarterField {
  key: string
  type: CustomFieldType
  label: Words
  help?: Words
  kinds?: CustomerKind[]
  choices?: Words[]
  accessClass?: 'public' | 'internal' | 'sensitive' | 'financial'
  searchable?: boolean
  filtered?: boolean
  pattern?: string
  least?: number
  most?: number
  visibleWhen?: { field: string; is: 'equals' | 'one-of' | 'filled'; value?: string | boolean | string[] }
}

interface StarterSet {
  label: Words
  group: Words
  fields: StarterField[]
}

const word = (fa: string, en: string): Words => ({ fa, en })
const organisation: CustomerKind[] = ['organisation']
const person: CustomerKind[] = ['person']

/** What businesses of a trade usually ask of their customers beyond what every file has. */
export const starterSets: Record<Trade, StarterSet> = {
  appliances: {
    label: word('لوازم خانگی', 'Home appliances'),
    group: word('دستگاه و محل نصب', 'Appliance and place of installation'),
    fields: [
      {
        key: 'home_type',
        type: 'choice',
        label: word('نوع ملک', 'Kind of property'),
        choices: [word('آپارتمان', 'Flat'), word('خانهٔ ویلایی', 'House'), word('مغازه', 'Shop'), word('دفتر کار', 'Office')],
        filtered: true,
      },
      { key: 'floor', type: 'number', label: word('طبقه', 'Floor'), least: -5, most: 100 },
      {
        key: 'has_lift',
        type: 'yes-no',
        label: word('آسانسور دارد', 'Has a lift'),
        visibleWhen: { field: 'x.home_type', is: 'equals', value: 'c1' },
      },
      {
        key: 'owned_appliances',
        type: 'choices',
        label: word('دستگاه‌های موجود', 'Appliances owned'),
        choices: [
          word('یخچال', 'Refrigerator'),
          word('ماشین لباسشویی', 'Washing machine'),
          word('ماشین ظرفشویی', 'Dishwasher'),
          word('اجاق گاز', 'Cooker'),
          word('کولر گازی', 'Air conditioner'),
          word('تلویزیون', 'Television'),
        ],
        filtered: true,
      },
      { key: 'main_serial', type: 'text', label: word('شمارهٔ سریال دستگاه اصلی', 'Serial number of the main appliance'), searchable: true },
      { key: 'installed_on', type: 'date', label: word('تاریخ نصب', 'Installed on'), filtered: true },
      {
        key: 'visit_hours',
        type: 'choice',
        label: word('بهترین زمان مراجعه', 'Best time for a visit'),
        choices: [word('صبح', 'Morning'), word('بعدازظهر', 'Afternoon'), word('عصر', 'Evening')],
      },
      { key: 'access_note', type: 'long-text', label: word('راهنمای رسیدن به محل', 'How to get there') },
    ],
  },
  software: {
    label: word('نرم‌افزار', 'Software'),
    group: word('اشتراک و فنی', 'Subscription and technical'),
    fields: [
      {
        key: 'licence',
        type: 'choice',
        label: word('نوع مجوز', 'Licence'),
        choices: [word('آزمایشی', 'Trial'), word('پایه', 'Basic'), word('حرفه‌ای', 'Professional'), word('سازمانی', 'Enterprise')],
        filtered: true,
      },
      { key: 'licence_serial', type: 'text', label: word('شمارهٔ قفل یا سریال', 'Licence serial'), searchable: true },
      { key: 'seats', type: 'number', label: word('شمار کاربران', 'Seats'), least: 0, most: 1_000_000, filtered: true },
      { key: 'subscription_until', type: 'date', label: word('پایان اشتراک', 'Subscription ends'), filtered: true },
      {
        key: 'deployment',
        type: 'choice',
        label: word('محل نصب', 'Where it runs'),
        choices: [word('سرور مشتری', "Customer's server"), word('ابری', 'Cloud'), word('رایانهٔ شخصی', 'Personal computer')],
      },
      { key: 'version_in_use', type: 'text', label: word('نسخهٔ در حال استفاده', 'Version in use') },
      {
        key: 'modules',
        type: 'choices',
        label: word('ماژول‌های خریداری‌شده', 'Modules bought'),
        choices: [
          word('حسابداری', 'Accounting'),
          word('انبار', 'Inventory'),
          word('حقوق و دستمزد', 'Payroll'),
          word('فروش', 'Sales'),
          word('تولید', 'Production'),
        ],
        filtered: true,
      },
      { key: 'technical_contact', type: 'phone', label: word('تلفن رابط فنی', "Technical contact's phone"), searchable: true },
      { key: 'account_manager', type: 'person', label: word('کارشناس پشتیبان', 'Account manager'), filtered: true },
    ],
  },
  clinic: {
    label: word('درمانگاه و مطب', 'Clinic'),
    group: word('پروندهٔ درمان', 'Treatment'),
    fields: [
      {
        key: 'insurance',
        type: 'choice',
        label: word('بیمهٔ پایه', 'Basic insurance'),
        choices: [
          word('تأمین اجتماعی', 'Social Security'),
          word('بیمهٔ سلامت', 'Health Insurance'),
          word('نیروهای مسلح', 'Armed Forces'),
          word('آزاد', 'None'),
        ],
        kinds: person,
        filtered: true,
      },
      { key: 'extra_insurance', type: 'text', label: word('بیمهٔ تکمیلی', 'Supplementary insurance'), kinds: person },
      {
        key: 'blood_group',
        type: 'choice',
        label: word('گروه خونی', 'Blood group'),
        choices: [
          word('O+', 'O+'),
          word('O−', 'O−'),
          word('A+', 'A+'),
          word('A−', 'A−'),
          word('B+', 'B+'),
          word('B−', 'B−'),
          word('AB+', 'AB+'),
          word('AB−', 'AB−'),
        ],
        kinds: person,
        accessClass: 'sensitive',
      },
      { key: 'allergies', type: 'long-text', label: word('حساسیت‌ها', 'Allergies'), kinds: person, accessClass: 'sensitive' },
      {
        key: 'conditions',
        type: 'long-text',
        label: word('بیماری‌های زمینه‌ای', 'Underlying conditions'),
        kinds: person,
        accessClass: 'sensitive',
      },
      { key: 'physician', type: 'person', label: word('پزشک معالج', 'Physician'), kinds: person, filtered: true },
      { key: 'next_check', type: 'date', label: word('نوبت بعدی معاینه', 'Next check-up'), kinds: person, filtered: true },
      { key: 'emergency_phone', type: 'phone', label: word('تلفن آشنا برای مواقع ضروری', 'Emergency phone'), kinds: person },
    ],
  },
  school: {
    label: word('آموزشگاه', 'School'),
    group: word('آموزش', 'Education'),
    fields: [
      {
        key: 'level',
        type: 'choice',
        label: word('پایه یا سطح', 'Level'),
        choices: [
          word('دبستان', 'Primary'),
          word('متوسطهٔ اول', 'Lower secondary'),
          word('متوسطهٔ دوم', 'Upper secondary'),
          word('دانشگاه', 'University'),
          word('بزرگسال', 'Adult'),
        ],
        kinds: person,
        filtered: true,
      },
      { key: 'guardian', type: 'text', label: word('نام سرپرست', "Guardian's name"), kinds: person, searchable: true },
      { key: 'guardian_phone', type: 'phone', label: word('تلفن سرپرست', "Guardian's phone"), kinds: person, searchable: true },
      {
        key: 'courses',
        type: 'choices',
        label: word('دوره‌ها', 'Courses'),
        choices: [
          word('زبان انگلیسی', 'English'),
          word('ریاضی', 'Mathematics'),
          word('برنامه‌نویسی', 'Programming'),
          word('موسیقی', 'Music'),
        ],
        kinds: person,
        filtered: true,
      },
      { key: 'enrolled_on', type: 'date', label: word('تاریخ ثبت‌نام', 'Enrolled on'), kinds: person, filtered: true },
      { key: 'tuition', type: 'money', label: word('شهریه', 'Tuition'), kinds: person, accessClass: 'financial' },
      { key: 'school_service', type: 'yes-no', label: word('سرویس می‌خواهد', 'Needs transport'), kinds: person },
      {
        key: 'service_address',
        type: 'address',
        label: word('نشانی سوار شدن', 'Pick-up address'),
        kinds: person,
        visibleWhen: { field: 'x.school_service', is: 'equals', value: true },
      },
    ],
  },
  distribution: {
    label: word('پخش و توزیع', 'Distribution'),
    group: word('فروشگاه و مسیر', 'Shop and route'),
    fields: [
      {
        key: 'shop_type',
        type: 'choice',
        label: word('نوع فروشگاه', 'Kind of shop'),
        choices: [
          word('سوپرمارکت', 'Supermarket'),
          word('خواربارفروشی', 'Grocery'),
          word('عمده‌فروشی', 'Wholesaler'),
          word('داروخانه', 'Pharmacy'),
          word('رستوران', 'Restaurant'),
        ],
        filtered: true,
      },
      { key: 'route', type: 'text', label: word('مسیر پخش', 'Route'), searchable: true, filtered: true },
      {
        key: 'visit_day',
        type: 'choices',
        label: word('روزهای ویزیت', 'Visiting days'),
        choices: [
          word('شنبه', 'Saturday'),
          word('یکشنبه', 'Sunday'),
          word('دوشنبه', 'Monday'),
          word('سه‌شنبه', 'Tuesday'),
          word('چهارشنبه', 'Wednesday'),
          word('پنجشنبه', 'Thursday'),
        ],
        filtered: true,
      },
      { key: 'visitor', type: 'person', label: word('ویزیتور', 'Visitor'), filtered: true },
      { key: 'area', type: 'number', label: word('متراژ', 'Floor area'), least: 1, most: 100_000 },
      { key: 'fridges', type: 'number', label: word('شمار یخچال امانی', 'Fridges on loan'), least: 0, most: 100 },
      {
        key: 'payment_terms',
        type: 'choice',
        label: word('شرایط پرداخت', 'Terms of payment'),
        choices: [
          word('نقدی', 'Cash'),
          word('چک یک‌ماهه', 'One-month cheque'),
          word('چک دوماهه', 'Two-month cheque'),
          word('امانی', 'On consignment'),
        ],
        accessClass: 'financial',
        filtered: true,
      },
      { key: 'trade_licence', type: 'text', label: word('شمارهٔ پروانهٔ کسب', 'Trade licence number'), searchable: true },
      { key: 'licence_copy', type: 'file', label: word('تصویر پروانهٔ کسب', 'Copy of the trade licence') },
    ],
  },
  services: {
    label: word('خدمات', 'Services'),
    group: word('قرارداد خدمات', 'Service agreement'),
    fields: [
      { key: 'contract_number', type: 'text', label: word('شمارهٔ قرارداد', 'Agreement number'), searchable: true },
      { key: 'contract_until', type: 'date', label: word('پایان قرارداد', 'Agreement ends'), filtered: true },
      {
        key: 'contract_value',
        type: 'money',
        label: word('مبلغ قرارداد', 'Value of the agreement'),
        accessClass: 'financial',
        filtered: true,
      },
      {
        key: 'service_level',
        type: 'choice',
        label: word('سطح خدمات', 'Service level'),
        choices: [word('برنزی', 'Bronze'), word('نقره‌ای', 'Silver'), word('طلایی', 'Gold')],
        filtered: true,
      },
      {
        key: 'employees',
        type: 'number',
        label: word('شمار کارکنان', 'Employees'),
        kinds: organisation,
        least: 0,
        most: 1_000_000,
        filtered: true,
      },
      { key: 'signatory', type: 'text', label: word('صاحب امضا', 'Signatory'), kinds: organisation, searchable: true },
      { key: 'billing_email', type: 'email', label: word('ایمیل صورت‌حساب', 'Billing email'), searchable: true },
      { key: 'referred_by', type: 'customer', label: word('معرفی‌شده از سوی', 'Referred by') },
    ],
  },
}
