// Where values come from. A file knows its own source, which is that of every value that has not changed since; a value
// has records of its own from its first change or confirmation on, the last of them open.
export const sql = `
alter table customers.customer add column source_kind text;
alter table customers.customer add column source_id uuid;
alter table customers.customer add column source_row int;
alter table customers.customer add column source_confidence real;
alter table customers.customer add column created_by uuid;
alter table customers.customer add constraint customer_source_known check (source_kind in ('form', 'call', 'message', 'import', 'system'));

create table customers.provenance (
  customer_id uuid not null,
  id uuid not null,
  -- The path of the value in the file: cityId, accessPoints.<id>, custom.<key>, ...
  field text not null,
  access_class text not null,
  -- JSON null: the value was emptied then.
  value jsonb not null,
  source_kind text,
  source_id uuid,
  source_row int,
  confidence real,
  recorded_by uuid,
  from_at timestamptz not null,
  -- Null: it is the value of today.
  until_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  doubted_by uuid,
  doubted_at timestamptz,
  doubt text,
  primary key (customer_id, id),
  constraint provenance_source_known check (source_kind in ('form', 'call', 'message', 'import', 'system')),
  constraint provenance_confidence_sane check (confidence between 0 and 1),
  constraint provenance_in_order check (until_at >= from_at)
);
select platform.place('customers.provenance', 'customer_id');
alter table customers.provenance add constraint provenance_of_customer foreign key (customer_id) references customers.customer (customer_id);
create unique index provenance_of_today on customers.provenance (customer_id, field) where until_at is null;
`
