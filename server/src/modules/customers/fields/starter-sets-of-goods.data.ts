import type { Trade } from '@parvandeh/contract'
import { person, word } from './starter-sets.types.ts'
import type { StarterSet } from './starter-sets.types.ts'

/** Trades in things and in care. */
export const goodsSets = {
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
} satisfies Partial<Record<Trade, StarterSet>>
