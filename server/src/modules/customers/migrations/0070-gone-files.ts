// Files that were merged into another or thrown away stay where they are and leave every list; what the organisation
// asks for beyond the built-in fields has a place; what is reckoned of a file is kept on it.
export const sql = `
alter table customers.customer add column custom jsonb not null default '{}';
alter table customers.customer add column merged_into uuid;
alter table customers.customer add column deleted_at timestamptz;
alter table customers.customer add column gone boolean not null default false;
alter table customers.customer add column trust real;
alter table customers.customer add column completeness real;
alter table customers.customer add constraint customer_gone_for_a_reason check (gone = (merged_into is not null or deleted_at is not null));
drop index customers.customer_by_name;
drop index customers.customer_by_creation;
drop index customers.customer_by_contact;
drop index customers.customer_provisional;
create index customer_by_name on customers.customer (sort_name, customer_id) include (unit_id, owner_id, kind, provisional, province_id) where not gone;
create index customer_by_creation on customers.customer (created_at, customer_id) include (unit_id, owner_id, kind, provisional, province_id) where not gone;
create index customer_by_contact on customers.customer (last_contact_at, customer_id) include (unit_id, owner_id, kind, provisional, province_id) where not gone;
create index customer_provisional on customers.customer (created_at, customer_id) where provisional and not gone;
create index customer_by_merged on customers.customer (merged_into) where merged_into is not null;
`
