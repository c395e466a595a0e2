import type { LineWords } from '../../../platform/subjects/holder.types.ts'

/** What a reader of the copy is told where a value is somebody else's, or has no name of its own. */
export const otherCustomer = { fa: 'مشتری دیگری (نامش گفته نمی‌شود)', en: 'another customer (not named)' }

/** In place of a value or a name that cannot be told. */
export const standIns = {
  point: { fa: 'راه تماس', en: 'Way to reach them' },
  former: { fa: 'ویژگی برداشته‌شده', en: 'A field that is no more' },
  kept: { fa: 'فایل نگه‌داری‌شده', en: 'A stored file' },
} as const

export const pointKinds = {
  mobile: 'تلفن همراه',
  phone: 'تلفن ثابت',
  email: 'ایمیل',
  address: 'نشانی',
  social: 'شبکهٔ اجتماعی',
  fax: 'دورنگار',
  website: 'وبگاه',
}

export const networks = {
  telegram: 'تلگرام',
  whatsapp: 'واتساپ',
  bale: 'بله',
  eitaa: 'ایتا',
  rubika: 'روبیکا',
  soroush: 'سروش پلاس',
  igap: 'آی‌گپ',
  instagram: 'اینستاگرام',
  linkedin: 'لینکدین',
  x: 'ایکس (توییتر)',
  facebook: 'فیسبوک',
  aparat: 'آپارات',
  other: 'دیگر',
}

export const purposes = { service: 'پیام‌های خدمات', survey: 'نظرسنجی', marketing: 'تبلیغات' }
export const sources = { form: 'فرم', call: 'تماس', message: 'پیام', import: 'درون‌ریزی', system: 'سامانه' }
export const accountKinds = { sheba: 'شبا', card: 'کارت' }
export const questionOutcomes = { answered: 'پاسخ داد', declined: 'پاسخ نداد', later: 'ماند برای بعد' }
export const contradictionStates = {
  open: 'در بررسی',
  corrected: 'اصلاح شد',
  kept: 'همان مقدار ماند',
  dismissed: 'مغایرت نبود',
  gone: 'دیگر مغایرتی نیست',
}

/** Lines that the file itself leaves. */
export const fileLines: LineWords = {
  kinds: {
    'customer.created': 'پرونده باز شد',
    'customer.changed': 'پرونده ویرایش شد',
    'customer.removed': 'پرونده حذف شد',
    'customer.restored': 'پرونده بازگردانده شد',
    'customer.merged': 'پرونده با پروندهٔ دیگری یکی شد',
    'customer.tagged': 'برچسب زده شد',
    'customer.untagged': 'برچسب برداشته شد',
    'customer.behaviour-noted': 'یادداشت رفتاری',
    'customer.related': 'رابطه',
    'customer.business-changed': 'بازاریاب یا معرف تغییر کرد',
    'customer.bank-account-changed': 'حساب بانکی تغییر کرد',
    'customer.classified': 'رده تغییر کرد',
  },
  facts: { change: { added: 'افزوده شد', changed: 'ویرایش شد', removed: 'برداشته شد' } },
}

/** What stands in the facts of timeline lines and says something to a reader; the rest is for machines. */
export const factNames: Readonly<Record<string, { fa: string; en: string }>> = {
  number: { fa: 'شماره', en: 'Number' },
  code: { fa: 'کد', en: 'Code' },
  entry: { fa: 'سند', en: 'Voucher' },
  amount: { fa: 'مبلغ (ریال)', en: 'Amount (rials)' },
  day: { fa: 'تاریخ', en: 'Day' },
  dueDay: { fa: 'سررسید', en: 'Due' },
  state: { fa: 'وضعیت', en: 'State' },
  subject: { fa: 'موضوع', en: 'Subject' },
  name: { fa: 'نام فایل', en: 'Name of the file' },
  title: { fa: 'عنوان', en: 'Title' },
  excerpt: { fa: 'متن', en: 'Text' },
  direction: { fa: 'جهت', en: 'Direction' },
  channel: { fa: 'راه', en: 'Channel' },
  minutes: { fa: 'دقیقه', en: 'Minutes' },
  outcome: { fa: 'نتیجه', en: 'Outcome' },
  waitOn: { fa: 'در انتظارِ', en: 'Waiting on' },
  tag: { fa: 'برچسب', en: 'Tag' },
  relation: { fa: 'رابطه', en: 'Relation' },
  change: { fa: 'تغییر', en: 'Change' },
  account: { fa: 'حساب', en: 'Account' },
  scheme: { fa: 'طرح', en: 'Scheme' },
  from: { fa: 'از', en: 'From' },
  to: { fa: 'به', en: 'To' },
  fields: { fa: 'ویژگی‌ها', en: 'Fields' },
  reason: { fa: 'دلیل', en: 'Reason' },
  note: { fa: 'یادداشت', en: 'Note' },
}
