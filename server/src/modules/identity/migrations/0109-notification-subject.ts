// Of whose file a notification tells, so that it goes when that file is erased.
export const sql = `
alter table identity.notification add column customer_id uuid;
create index notification_by_customer on identity.notification (customer_id) where customer_id is not null;
create index bulk_row_by_customer on identity.bulk_row (customer_id);
create index audit_entry_by_customer on identity.audit_entry (customer_id, id) where customer_id is not null;
`
