import { bulkRoutes } from './bulk.ts'
import { catalogueRoutes } from './catalogue.ts'
import { behaviourRoutes } from './customers/behaviour.ts'
import { customerBulkRoutes } from './customers/bulk.ts'
import { customFieldRoutes } from './customers/custom-fields.ts'
import { fieldCatalogueRoutes } from './customers/field-catalogue.ts'
import { copyRoutes, erasureRoutes } from './customers/erasure.ts'
import { removalRoutes } from './customers/removal.ts'
import { classificationRoutes } from './customers/classification.ts'
import { consistencyRoutes } from './customers/consistency.ts'
import { duplicateRoutes } from './customers/duplicates.ts'
import { completenessRoutes, programmeRoutes } from './customers/completeness.ts'
import { customerRoutes } from './customers/files.ts'
import { provenanceRoutes } from './customers/provenance.ts'
import { segmentRoutes } from './customers/segments.ts'
import { businessRoutes } from './customers/business.ts'
import { placeRoutes } from './customers/places.ts'
import { relationKindRoutes, relationRoutes } from './customers/relations.ts'
import { tagRoutes } from './customers/tags.ts'
import { documentRoutes } from './documents.ts'
import { auditRoutes } from './identity/audit.ts'
import { calendarRoutes } from './identity/calendars.ts'
import { notificationRoutes } from './identity/notifications.ts'
import { peopleRoutes, roleRoutes, tokenRoutes, unitRoutes } from './identity/people.ts'
import { demoRoutes, sessionRoutes } from './identity/session.ts'
import { viewRoutes } from './identity/views.ts'
import { secondFactorRoutes } from './identity/second-factor.ts'
import { ownSessionsRoutes } from './identity/sessions.ts'
import { exportRoutes } from './exports.ts'
import { fieldCostRoutes } from './field-costs.ts'
import { importRoutes } from './imports.ts'
import { interactionRoutes } from './interactions.ts'
import { kpiRoutes } from './kpi.ts'
import { chequeRoutes } from './sales/cheques.ts'
import { ledgerRoutes } from './sales/ledger.ts'
import { testedRelationRoutes } from './tested-relations.ts'
import { requestBulkRoutes } from './service/bulk.ts'
import { requestRoutes } from './service/requests.ts'
import { similarRequestRoutes } from './service/similar.ts'
import { supervisionRoutes } from './service/supervision.ts'
import { systemRoutes } from './system.ts'

/** Every endpoint there is, by the noun it serves. */
export const contract = {
  system: systemRoutes,
  session: sessionRoutes,
  sessions: ownSessionsRoutes,
  secondFactor: secondFactorRoutes,
  demo: demoRoutes,
  people: peopleRoutes,
  units: unitRoutes,
  roles: roleRoutes,
  tokens: tokenRoutes,
  audit: auditRoutes,
  views: viewRoutes,
  notifications: notificationRoutes,
  calendars: calendarRoutes,
  catalogue: catalogueRoutes,
  customers: customerRoutes,
  customerBulk: customerBulkRoutes,
  segments: segmentRoutes,
  provenance: provenanceRoutes,
  consistency: consistencyRoutes,
  customerFields: fieldCatalogueRoutes,
  tags: tagRoutes,
  behaviour: behaviourRoutes,
  relationKinds: relationKindRoutes,
  relations: relationRoutes,
  business: businessRoutes,
  places: placeRoutes,
  removals: removalRoutes,
  erasures: erasureRoutes,
  copies: copyRoutes,
  classification: classificationRoutes,
  customFields: customFieldRoutes,
  duplicates: duplicateRoutes,
  completeness: completenessRoutes,
  programmes: programmeRoutes,
  interactions: interactionRoutes,
  documents: documentRoutes,
  requests: requestRoutes,
  requestBulk: requestBulkRoutes,
  similarRequests: similarRequestRoutes,
  supervision: supervisionRoutes,
  ledger: ledgerRoutes,
  cheques: chequeRoutes,
  bulk: bulkRoutes,
  kpi: kpiRoutes,
  testedRelations: testedRelationRoutes,
  fieldCosts: fieldCostRoutes,
  imports: importRoutes,
  exports: exportRoutes,
}

/** What each noun of the contract is about, for the description of the API. */
export const nouns: Record<keyof typeof contract, { fa: string; en: string }> = {
  system: { fa: 'تندرستی برنامه، شرح رابط و خبر زنده', en: 'Health of the process, description of the API, live news' },
  session: { fa: 'ورود، خروج و راه‌اندازی سازمان', en: 'Signing in and out, and setting the organisation up' },
  sessions: { fa: 'جاهایی که وارد شده‌اید', en: 'Where one is signed in' },
  secondFactor: { fa: 'ورود دومرحله‌ای', en: 'A second factor for signing in' },
  demo: { fa: 'سازمان نمایشی', en: 'The fictional organisation to look around in' },
  people: { fa: 'کارکنان', en: 'Colleagues and their accounts' },
  units: { fa: 'واحدها و شعبه‌ها', en: 'Units, as a tree, and branches' },
  roles: { fa: 'نقش‌ها و دسترسی‌ها', en: 'Roles: permissions with their scopes, and classes of fields' },
  tokens: { fa: 'کلیدهای دسترسی برای برنامه‌ها', en: 'Personal access tokens for scripts' },
  audit: { fa: 'رویدادنگاری', en: 'The trail of who did what' },
  views: { fa: 'نماهای ذخیره‌شدهٔ فهرست‌ها', en: 'Saved views of lists' },
  notifications: { fa: 'اعلان‌های هر کس و خواست او دربارهٔ آن‌ها', en: 'What somebody is told of, and how they wish to be told' },
  calendars: { fa: 'تقویم کاری، تعطیلی‌ها و مرخصی‌ها', en: 'Working hours, holidays and leave' },
  catalogue: { fa: 'کالاها و موضوع‌ها', en: 'Products and topics' },
  customers: { fa: 'پروندهٔ مشتریان', en: "Customers' files, their search and timeline" },
  consistency: {
    fa: 'مغایرت‌های پرونده، قاعده‌ها و اعتماد به داده‌ها',
    en: 'What in files cannot be right together, and how far they are to be relied on',
  },
  provenance: { fa: 'خاستگاه داده‌های پرونده', en: 'Where the values of a file come from, and who stands by them' },
  segments: { fa: 'گروه‌های مشتریان، دستی و با شرط', en: 'Segments of customers, by hand and by rule' },
  duplicates: { fa: 'پرونده‌های تکراری و یکی‌کردن آن‌ها', en: 'Duplicate files, and merging them' },
  customerBulk: { fa: 'تغییر گروهی مشتریان', en: 'Changes of many customers at once' },
  customerFields: { fa: 'ویژگی‌های پرونده، از پیش و به خواست سازمان', en: "Fields of the file: built-in and the organisation's own" },
  tags: { fa: 'واژگان برچسب‌ها', en: 'The vocabulary of tags' },
  behaviour: { fa: 'رفتار مشتری: برچسب‌ها و یادداشت‌ها', en: 'What a customer is like: tags and notes' },
  relationKinds: { fa: 'نوع‌های رابطه', en: 'Kinds of relation between files' },
  relations: { fa: 'رابطهٔ پرونده‌ها و نمودار آن', en: 'Relations between files, and their graph' },
  business: { fa: 'بازاریاب، معرف و حساب‌های بانکی', en: 'By whom a customer came, and bank accounts' },
  classification: { fa: 'طرح‌های رده‌بندی و ردهٔ پرونده‌ها', en: 'Schemes of classification, and the classes of files' },
  places: { fa: 'ویرایش استان‌ها، شهرستان‌ها و شهرها', en: 'Editing provinces, counties and cities' },
  removals: { fa: 'پرونده‌های حذف‌شده', en: 'Removed files, kept to be restored' },
  erasures: { fa: 'پاک‌کردن همیشگی دادهٔ مشتری', en: 'Lawful erasure of a customer, with its certificate' },
  copies: { fa: 'رونوشت داده‌های مشتری برای خود او', en: "A customer's own data, for them to read" },
  completeness: { fa: 'کامل بودن پرونده‌ها و پرسیدن آنچه کم دارند', en: 'How complete files are, and asking for what they lack' },
  programmes: { fa: 'برنامه‌های گردآوری اطلاعات مشتریان', en: 'Collection programmes' },
  customFields: { fa: 'تعریف ویژگی‌های دلخواه سازمان', en: "Defining the organisation's own fields" },
  interactions: { fa: 'تماس‌ها، بازدیدها، پیام‌ها و یادداشت‌ها', en: 'Calls, visits, messages and notes' },
  documents: { fa: 'سندهای پرونده', en: "Documents of a customer's file" },
  requests: { fa: 'درخواست‌های خدمت', en: 'Service requests from report to closure' },
  requestBulk: { fa: 'تغییر گروهی درخواست‌ها', en: 'Changes of many requests at once' },
  similarRequests: { fa: 'درخواست‌های حل‌شدهٔ همانند', en: 'Solved requests that are like one under way' },
  supervision: { fa: 'نمای سرپرست: بار همکاران و جابه‌جایی کار', en: 'Who is free, who holds what, and evening it out' },
  ledger: { fa: 'حساب مشتری: فاکتور، دریافت، چک و قسط', en: "Customers' accounts: invoices, receipts, cheques, instalments" },
  cheques: { fa: 'چک‌های دریافتی همهٔ مشتریان', en: 'Cheques of all customers' },
  bulk: { fa: 'پیشرفت و برگرداندن تغییرهای گروهی', en: 'Changes of many rows: progress, result, putting back' },
  testedRelations: { fa: 'رابطهٔ ویژگی‌ها با رفتار', en: 'What fixed attributes go together with, tested and judged' },
  fieldCosts: { fa: 'هزینهٔ گردآوری ویژگی‌ها', en: 'What collecting fields takes' },
  kpi: { fa: 'شاخص‌های عملکرد', en: 'Indicators over a period, and the records behind them' },
  imports: { fa: 'درون‌ریزی مشتریان و پیشینه از فایل', en: 'Customers and history from a file, through a mapping' },
  exports: { fa: 'خروجی‌های بزرگ، در پس‌زمینه', en: 'Large lists taken out in the background' },
}

export * from './bulk.ts'
export * from './catalogue.ts'
export * from './customers/behaviour.ts'
export * from './customers/bulk.ts'
export * from './customers/condition-holds.ts'
export * from './customers/completeness.ts'
export * from './customers/conditions.ts'
export * from './customers/custom-fields.ts'
export * from './customers/field-catalogue.ts'
export * from './customers/field-types.ts'
export * from './customers/business.ts'
export * from './customers/classification.ts'
export * from './customers/consistency.ts'
export * from './customers/fields.ts'
export * from './customers/files.ts'
export * from './customers/rows.ts'
export * from './customers/places.ts'
export * from './customers/duplicates.ts'
export * from './customers/likely-duplicates.ts'
export * from './customers/provenance.ts'
export * from './customers/segments.ts'
export * from './customers/sources.ts'
export * from './customers/relations.ts'
export * from './customers/tags.ts'
export * from './customers/erasure.ts'
export * from './customers/removal.ts'
export * from './documents.ts'
export * from './events.ts'
export * from './export.ts'
export * from './failures.ts'
export * from './field-costs.ts'
export * from './fields.ts'
export * from './identity/audit.ts'
export * from './identity/access.ts'
export * from './identity/calendars.ts'
export * from './identity/notifications.ts'
export * from './identity/people.ts'
export * from './identity/second-factor.ts'
export * from './identity/session.ts'
export * from './identity/sessions.ts'
export * from './identity/views.ts'
export * from './customer-mapping.ts'
export * from './exports.ts'
export * from './import-views.ts'
export * from './imports.ts'
export * from './interactions.ts'
export * from './kpi.ts'
export * from './ledger-imports.ts'
export * from './ledger-mapping.ts'
export * from './permissions.ts'
export * from './problem.ts'
export * from './tested-relations.ts'
export * from './request-mapping.ts'
export * from './route.ts'
export * from './sales/cheques.ts'
export * from './sales/ledger.ts'
export * from './sales/money.ts'
export * from './service/bulk.ts'
export * from './service/requests.ts'
export * from './service/similar.ts'
export * from './service/slow.ts'
export * from './service/supervision.ts'
export * from './service/words.ts'
export * from './undo.ts'
