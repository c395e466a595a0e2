// What the organisation asks of its customers beyond the built-in fields. Definitions are few and shared; values live
// on the file itself (customer.custom). `field_value` is what filters use: of fields that are filtered by, a row for
// each value, kept by the application as an index would be (the application owns nothing, so it can make no index).
// `unique_value` is what is unique over all files, by its value.
export const sql = `
create table customers.field_group (
  id uuid primary key,
  label_fa text not null,
  label_en text,
  position int not null,
  version int not null
);
select platform.place('customers.field_group', 'reference');

create table customers.field (
  id uuid primary key,
  key text not null,
  type text not null,
  group_id uuid not null,
  position int not null,
  label_fa text not null,
  label_en text,
  help_fa text,
  help_en text,
  kinds text[] not null,
  access_class text not null,
  required boolean not null,
  is_unique boolean not null,
  searchable boolean not null,
  filtered boolean not null,
  -- How far the rows that filters and search use agree with the files: 'ready', or 'working' with a place in the walk.
  work_state text not null,
  work_after uuid,
  work_done int not null,
  work_total int not null,
  choices jsonb not null,
  -- Bounds of a value: shortest and longest text, least and most number, pattern.
  rules jsonb not null,
  visible_when jsonb,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid,
  constraint field_key_once unique (key),
  constraint field_class_known check (access_class in ('public', 'internal', 'sensitive', 'financial')),
  constraint field_work_known check (work_state in ('ready', 'working'))
);
select platform.place('customers.field', 'reference');
alter table customers.field add constraint field_of_group foreign key (group_id) references customers.field_group (id);

create table customers.field_value (
  customer_id uuid not null,
  id uuid not null,
  field_id uuid not null,
  value jsonb not null,
  -- Of texts: as search compares them.
  folded text collate "C",
  primary key (customer_id, id)
);
select platform.place('customers.field_value', 'customer_id');
alter table customers.field_value add constraint field_value_of_customer foreign key (customer_id) references customers.customer (customer_id);
create index field_value_by_value on customers.field_value (field_id, value, customer_id);
create index field_value_parts on customers.field_value using gin (folded gin_trgm_ops);

create table customers.unique_value (
  field_id uuid not null,
  value text not null,
  customer_id uuid not null,
  primary key (field_id, value)
);
select platform.place('customers.unique_value', 'value');
`
