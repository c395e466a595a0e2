import type { Trade } from '@parvandeh/contract'
import { organisation, person, word } from './starter-sets.types.ts'
import type { StarterSet } from './starter-sets.types.ts'

/** Trades in teaching, supply and service. */
export const servicesSets = {
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
} satisfies Partial<Record<Trade, StarterSet>>
