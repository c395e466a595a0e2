import type { ColumnRole } from './parse-row.rules.ts'

/**
 * What columns are called in exports of service desks, in process mining logs (their usual English headings among
 * them), in Persian and in Italian. Of the words of a role the earlier is the better sign. Folded before comparing.
 */
export const columnWords: Record<ColumnRole, readonly string[]> = {
  number: ['case id', 'ticket id', 'ticket number', 'incident number', 'request number', 'number', 'ticket', 'case', 'id', 'شماره درخواست', 'شماره تیکت', 'شماره پیگیری', 'کد پیگیری', 'شماره', 'numero ticket', 'id ticket', 'numero'],
  at: ['complete timestamp', 'timestamp', 'start timestamp', 'sys_updated_at', 'updated at', 'event time', 'date time', 'تاریخ رویداد', 'زمان رویداد', 'زمان', 'data evento', 'data e ora', 'data ora'],
  activity: ['activity', 'event', 'action', 'incident_state', 'state', 'status', 'فعالیت', 'رویداد', 'اقدام', 'وضعیت', 'attività', 'stato', 'azione'],
  employee: ['resource', 'assigned_to', 'assigned to', 'agent', 'assignee', 'owner', 'employee', 'user', 'کارشناس', 'کاربر', 'مسئول', 'انجام دهنده', 'risorsa', 'operatore', 'assegnato a'],
  unit: ['assignment_group', 'assignment group', 'department', 'team', 'group', 'unit', 'واحد', 'گروه', 'بخش', 'gruppo', 'reparto', 'unità'],
  customer: ['customer id', 'customer number', 'customer code', 'caller_id', 'customer', 'client', 'account', 'caller', 'requester', 'کد مشتری', 'شماره مشتری', 'شناسه مشتری', 'مشتری', 'cliente', 'id cliente', 'codice cliente'],
  customerName: ['customer name', 'client name', 'account name', 'نام مشتری', 'نام و نام خانوادگی', 'nome cliente'],
  product: ['product', 'item', 'cmdb_ci', 'service', 'کالا', 'محصول', 'نام کالا', 'prodotto', 'articolo'],
  topic: ['topic', 'category', 'type', 'issue type', 'موضوع', 'دسته', 'نوع درخواست', 'categoria', 'tipo', 'argomento'],
  priority: ['priority', 'urgency', 'اولویت', 'فوریت', 'priorità', 'urgenza'],
  channel: ['channel', 'contact_type', 'contact type', 'source channel', 'کانال', 'راه ارتباط', 'نحوه تماس', 'canale'],
  subject: ['subject', 'title', 'summary', 'short description', 'عنوان', 'شرح کوتاه', 'خلاصه', 'oggetto', 'titolo'],
  outcome: ['outcome', 'result', 'resolution', 'نتیجه', 'نتیجه نهایی', 'esito'],
  reportedAt: ['reported at', 'opened_at', 'opened at', 'reported', 'تاریخ اعلام', 'زمان اعلام', 'تاریخ تماس', 'data segnalazione'],
  registeredAt: ['registered at', 'created at', 'sys_created_at', 'created', 'creation date', 'open date', 'تاریخ ثبت', 'زمان ثبت', 'تاریخ ایجاد', 'data apertura', 'data creazione', 'data inserimento'],
  firstResponseAt: ['first response at', 'first response', 'first reply at', 'تاریخ نخستین پاسخ', 'تاریخ اولین پاسخ', 'زمان پاسخ', 'prima risposta'],
  resolvedAt: ['resolved_at', 'resolved at', 'resolution date', 'solved at', 'تاریخ حل', 'زمان حل', 'تاریخ رفع', 'data risoluzione'],
  closedAt: ['closed_at', 'closed at', 'close date', 'تاریخ بستن', 'تاریخ بسته شدن', 'زمان بستن', 'تاریخ خاتمه', 'data chiusura'],
  resolvedBy: ['resolved_by', 'resolved by', 'حل کننده', 'رفع کننده', 'risolto da'],
}
