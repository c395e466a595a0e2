/** How far a permission reaches: own rows, those of the person's own unit, of that unit and all below it, or every row. */
export const scopes = ['own', 'team', 'unit', 'all'] as const
export type Scope = (typeof scopes)[number]

/** How delicate a field is. A role names the classes it may read. */
export const accessClasses = ['public', 'internal', 'sensitive', 'financial'] as const
export type AccessClass = (typeof accessClasses)[number]

interface PermissionFact {
  fa: string
  en: string
  /** Whether the permission is limited to rows by a scope; those without are all or nothing. */
  scoped: boolean
}

const fact = (fa: string, en: string, scoped: boolean): PermissionFact => ({ fa, en, scoped })

/** Every permission there is. A role holds some of them, each with a scope where rows are concerned. */
export const permissions = {
  'customers.read': fact('دیدن پروندهٔ مشتریان', "See customers' files", true),
  'customers.write': fact('ثبت و ویرایش مشتری', 'Create and edit customers', true),
  'customers.export': fact('گرفتن خروجی از مشتریان', 'Export customers', true),
  'customers.manage': fact('تعریف برچسب‌ها، رابطه‌ها، رده‌بندی‌ها و مکان‌ها', 'Manage tags, relations, classifications and places', false),
  'customers.delete': fact('حذف و بازگرداندن پرونده', 'Remove and restore files', true),
  'customers.erase': fact('پاک‌کردن همیشگی دادهٔ مشتری', "Erase customers' data for good", false),
  'customers.copy': fact('گرفتن رونوشت همهٔ داده‌های یک مشتری', "Take a copy of all of a customer's data", true),
  'customers.fields': fact('تعریف ویژگی‌های پروندهٔ مشتریان', "Define the fields of customers' files", false),
  'customers.consistency': fact('تعریف قاعده‌های سازگاری پرونده', 'Define what should not be in files', false),
  'interactions.read': fact('دیدن تماس‌ها و پیام‌ها', 'See calls and messages', true),
  'interactions.write': fact('ثبت تماس، پیام و یادداشت', 'Log calls, messages and notes', true),
  'documents.read': fact('دیدن سندها', 'See documents', true),
  'documents.write': fact('افزودن سند', 'Add documents', true),
  'service.read': fact('دیدن درخواست‌ها', 'See requests', true),
  'service.write': fact('کار روی درخواست‌ها', 'Work on requests', true),
  'service.export': fact('گرفتن خروجی از درخواست‌ها', 'Export requests', true),
  'service.supervise': fact('نمای سرپرست: دیدن بار همکاران و جابه‌جایی کار', "Supervise: see colleagues' load and move work", true),
  'sales.read': fact('دیدن حساب مالی مشتریان', "See customers' accounts", true),
  'sales.write': fact('ثبت فاکتور، دریافت و چک', 'Enter invoices, receipts and cheques', true),
  'kpi.read': fact('دیدن شاخص‌ها', 'See KPIs', true),
  'kpi.relations': fact('آزمودن و داوری رابطهٔ ویژگی‌ها با رفتار', 'Test and judge what goes with what', false),
  'catalogue.read': fact('دیدن کالاها و موضوع‌ها', 'See products and topics', false),
  'catalogue.manage': fact('تعریف کالاها و موضوع‌ها', 'Manage products and topics', false),
  'identity.directory': fact('دیدن نام همکاران و واحدها', "See colleagues' names and units", false),
  'identity.manage': fact('مدیریت کارکنان، واحدها و نقش‌ها', 'Manage people, units and roles', false),
  'identity.calendar': fact('تنظیم تقویم کاری', 'Set work calendars', false),
  'identity.audit': fact('دیدن رویدادنگاری', 'See the audit trail', false),
  'imports.run': fact('درون‌ریزی داده', 'Import data', false),
} as const satisfies Record<string, PermissionFact>

export type Permission = keyof typeof permissions
export const permissionKeys = Object.keys(permissions) as Permission[]
