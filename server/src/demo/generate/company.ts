/** The fictional company. Whoever reads a name of it should see that it is made up. */
export const companyName = 'بازرگانی سپیدرود (ساختگی)'

export type BranchKey = 'tehran' | 'shiraz'
export type UnitKey = 'head' | 'service' | 'front' | 'repair' | 'parts' | 'sales' | 'finance' | 'shiraz' | 'shiraz-front' | 'shiraz-repair'

export const branches: Record<BranchKey, string> = { tehran: 'شعبهٔ مرکزی تهران', shiraz: 'شعبهٔ شیراز' }

interface Unit {
  key: UnitKey
  name: string
  /** Null for the company itself, under which all others stand. */
  parent: UnitKey | null
  branch: BranchKey | null
}

/** Those above come first. */
export const units: readonly Unit[] = [
  { key: 'head', name: companyName, parent: null, branch: null },
  { key: 'service', name: 'خدمات پس از فروش', parent: 'head', branch: 'tehran' },
  { key: 'front', name: 'پاسخ‌گویی و پذیرش', parent: 'service', branch: 'tehran' },
  { key: 'repair', name: 'تعمیرگاه مرکزی', parent: 'service', branch: 'tehran' },
  { key: 'parts', name: 'انبار قطعات', parent: 'service', branch: 'tehran' },
  { key: 'sales', name: 'فروش و نصب', parent: 'head', branch: 'tehran' },
  { key: 'finance', name: 'مالی و گارانتی', parent: 'head', branch: 'tehran' },
  { key: 'shiraz', name: 'شعبهٔ شیراز', parent: 'head', branch: 'shiraz' },
  { key: 'shiraz-front', name: 'پاسخ‌گویی شیراز', parent: 'shiraz', branch: 'shiraz' },
  { key: 'shiraz-repair', name: 'تعمیرگاه شیراز', parent: 'shiraz', branch: 'shiraz' },
]

export interface Employee {
  key: string
  name: string
  unit: UnitKey
  role: 'administrator' | 'manager' | 'operator'
  /** Which of the accounts that everybody may try is this person's. */
  account?: 'modir' | 'sarparast' | 'karshenas'
  /** How much of the unit's work comes to this person, against a full-time colleague. */
  load: number
  /** Share of the two years that had passed when this person came; 0 for who was there before. */
  from?: number
  /** Own pace and care: times that work takes, and times that it comes back. Small, and there in both variants. */
  pace: number
  slips: number
}

const staff = [
  { key: 'anahita', name: 'آناهیتا سپیدرودی', unit: 'head', role: 'administrator', account: 'modir', load: 0.3, pace: 1, slips: 1 },
  { key: 'manouchehr', name: 'منوچهر دادگسترنیا', unit: 'service', role: 'manager', account: 'sarparast', load: 1, pace: 1, slips: 0.9 },
  { key: 'niloufar', name: 'نیلوفر گل‌اندام', unit: 'front', role: 'operator', account: 'karshenas', load: 1.5, pace: 0.9, slips: 0.85 },
  { key: 'kamyar', name: 'کامیار نیک‌رفتار', unit: 'front', role: 'operator', load: 1, pace: 1, slips: 1 },
  { key: 'mahsa', name: 'مهسا راهنورد', unit: 'front', role: 'operator', load: 1.1, pace: 1, slips: 1 },
  { key: 'sepehr', name: 'سپهر آذرخش‌پور', unit: 'front', role: 'operator', load: 1, from: 0.68, pace: 1, slips: 1 },
  { key: 'elham', name: 'الهام دشت‌آرا', unit: 'front', role: 'operator', load: 1, pace: 1.1, slips: 0.9 },
  { key: 'farhad', name: 'فرهاد کوه‌پیما', unit: 'front', role: 'operator', load: 0.9, pace: 1.05, slips: 1.1 },
  { key: 'zahra', name: 'زهراسادات میرمهرآبادی‌فراهانی', unit: 'front', role: 'operator', load: 0.9, from: 0.18, pace: 0.95, slips: 1 },
  { key: 'bahram', name: 'بهرام چکاوکی', unit: 'repair', role: 'manager', load: 0.7, pace: 0.9, slips: 0.8 },
  { key: 'siavash', name: 'سیاوش آهنگرنژاد اصل', unit: 'repair', role: 'operator', load: 1, pace: 1, slips: 1 },
  { key: 'davoud', name: 'داوود ابزارسازان', unit: 'repair', role: 'operator', load: 1, pace: 1.1, slips: 1.1 },
  { key: 'iman', name: 'ایمان تندرو', unit: 'repair', role: 'operator', load: 1, from: 0.3, pace: 0.95, slips: 1.1 },
  { key: 'mina', name: 'مینا گنجینه‌ساز', unit: 'parts', role: 'manager', load: 1, pace: 1, slips: 1 },
  { key: 'naser', name: 'ناصر پیچک‌پور', unit: 'parts', role: 'operator', load: 1, pace: 1.1, slips: 1 },
  { key: 'shirin', name: 'شیرین ترازودار', unit: 'sales', role: 'manager', load: 1, pace: 0.95, slips: 1 },
  { key: 'pedram', name: 'پدرام نخل‌آرا', unit: 'sales', role: 'operator', load: 1, pace: 1, slips: 1 },
  { key: 'leila', name: 'لیلا شمارش‌گر', unit: 'finance', role: 'manager', load: 1, pace: 1, slips: 0.9 },
  { key: 'hosseinali', name: 'حسین‌علی درستکاریان', unit: 'finance', role: 'operator', load: 1, pace: 1.15, slips: 1 },
  { key: 'parvaneh', name: 'پروانه ارغوان‌نشین', unit: 'shiraz', role: 'manager', load: 1, pace: 1, slips: 1 },
  { key: 'golnar', name: 'گلنار بهارستانه', unit: 'shiraz-front', role: 'operator', load: 1, pace: 1, slips: 1 },
  { key: 'arash', name: 'آرش سروآزاد', unit: 'shiraz-front', role: 'operator', load: 1, pace: 1.05, slips: 1 },
  { key: 'mohaddeseh', name: 'محدثه‌سادات یاسمن‌زار', unit: 'shiraz-front', role: 'operator', load: 0.9, from: 0.4, pace: 1, slips: 1 },
  { key: 'keyvan', name: 'کیوان ناربن', unit: 'shiraz-repair', role: 'manager', load: 1, pace: 0.95, slips: 1 },
  { key: 'mehdi', name: 'مهدی نارنجستانی', unit: 'shiraz-repair', role: 'operator', load: 1, pace: 1.05, slips: 1 },
] as const satisfies readonly Employee[]

export type PersonKey = (typeof staff)[number]['key']

export const employees: readonly (Employee & { key: PersonKey })[] = staff

/** Whoever works for an absent specialist of the branch: Shiraz has its own desk and repair shop, and nothing else. */
export const unitAt = (branch: BranchKey, wanted: HomeUnit): UnitKey => (branch === 'shiraz' ? ofShiraz[wanted] : wanted)

/** What a topic asks for, before it is known where. */
export type HomeUnit = 'front' | 'repair' | 'parts' | 'sales' | 'finance' | 'service'

const ofShiraz: Record<HomeUnit, UnitKey> = {
  front: 'shiraz-front',
  repair: 'shiraz-repair',
  parts: 'parts',
  sales: 'sales',
  finance: 'finance',
  service: 'shiraz',
}

/** Every kind of product that there is. */
export const everyKind = ['cold', 'wash', 'dish', 'cook', 'cool', 'heat', 'small', 'screen'] as const

export type ProductKind = (typeof everyKind)[number]

interface Product {
  name: string
  /** What people call theirs. */
  spoken: string
  kind: ProductKind
  /** Of the products that people call about. */
  share: number
}

export const products: readonly Product[] = [
  { name: 'یخچال‌فریزر سپید ۲۴ فوت', spoken: 'یخچال', kind: 'cold', share: 12 },
  { name: 'سایدبای‌ساید سپید ۳۲ فوت', spoken: 'ساید', kind: 'cold', share: 8 },
  { name: 'فریزر صندوقی سپید ۴۰۰ لیتری', spoken: 'فریزر', kind: 'cold', share: 4 },
  { name: 'ماشین لباسشویی سپید ۷ کیلویی', spoken: 'لباسشویی', kind: 'wash', share: 10 },
  { name: 'ماشین لباسشویی سپید ۹ کیلویی', spoken: 'لباسشویی', kind: 'wash', share: 11 },
  { name: 'ماشین ظرف‌شویی سپید ۱۴ نفره', spoken: 'ظرف‌شویی', kind: 'dish', share: 9 },
  { name: 'اجاق گاز سپید پنج‌شعله', spoken: 'اجاق گاز', kind: 'cook', share: 6 },
  { name: 'فر توکار سپید ۶۵ لیتری', spoken: 'فر', kind: 'cook', share: 3 },
  { name: 'هود آشپزخانهٔ سپید', spoken: 'هود', kind: 'cook', share: 3 },
  { name: 'مایکروفر سپید ۳۰ لیتری', spoken: 'مایکروفر', kind: 'small', share: 4 },
  { name: 'جاروبرقی سپید ۲۴۰۰ وات', spoken: 'جاروبرقی', kind: 'small', share: 5 },
  { name: 'کولر گازی سپید ۱۸۰۰۰', spoken: 'کولر گازی', kind: 'cool', share: 9 },
  { name: 'کولر آبی سپید ۵۵۰۰', spoken: 'کولر', kind: 'cool', share: 6 },
  { name: 'آبگرم‌کن دیواری سپید', spoken: 'آبگرم‌کن', kind: 'heat', share: 6 },
  { name: 'تلویزیون سپید ۵۵ اینچ', spoken: 'تلویزیون', kind: 'screen', share: 5 },
]
