export const sql = `
create schema customers;

create table customers.province (id int primary key, name text not null);
select platform.place('customers.province', 'reference');
create table customers.county (id int primary key, province_id int not null, name text not null);
select platform.place('customers.county', 'reference');
create table customers.city (id int primary key, county_id int not null, name text not null);
select platform.place('customers.city', 'reference');
alter table customers.county add constraint county_of_province foreign key (province_id) references customers.province (id);
alter table customers.city add constraint city_of_county foreign key (county_id) references customers.county (id);

create sequence customers.customer_code start 1001;

create table customers.customer (
  customer_id uuid primary key,
  code text not null,
  kind text not null,
  first_name text,
  last_name text,
  father_name text,
  organisation_name text,
  national_code text,
  foreign_code text,
  company_national_id text,
  registration_number text,
  economic_code text,
  province_id int,
  county_id int,
  city_id int,
  district text,
  birth_date date,
  gender text,
  features text,
  photo_id uuid,
  display_name text not null,
  -- The head of the name, written so that code point order is the order of the Persian alphabet.
  sort_name text collate "C" not null,
  name_joined text not null,
  -- The number to call first, in E.164 when it is known to be one.
  main_phone text,
  unit_id uuid,
  owner_id uuid,
  provisional boolean not null,
  -- Doubtful values that were kept: field to the reason given.
  accepted_problems jsonb not null,
  -- Minus infinity where there was none yet: lists in order of contact need a place for it.
  last_contact_at timestamptz not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint customer_kind_known check (kind in ('person', 'organisation')),
  constraint customer_gender_known check (gender in ('female', 'male'))
);
select platform.place('customers.customer', 'customer_id');
alter table customers.customer add constraint customer_unit_known foreign key (unit_id) references identity.unit (id);
alter table customers.customer add constraint customer_owner_known foreign key (owner_id) references identity.person (id);
alter table customers.customer add constraint customer_province_known foreign key (province_id) references customers.province (id);
alter table customers.customer add constraint customer_county_known foreign key (county_id) references customers.county (id);
alter table customers.customer add constraint customer_city_known foreign key (city_id) references customers.city (id);
-- Each order of the list, with all that lists are filtered by, so that a walk along it need not touch the rows.
create index customer_by_name on customers.customer (sort_name, customer_id) include (unit_id, owner_id, kind, provisional, province_id);
create index customer_by_creation on customers.customer (created_at, customer_id) include (unit_id, owner_id, kind, provisional, province_id);
create index customer_by_contact on customers.customer (last_contact_at, customer_id) include (unit_id, owner_id, kind, provisional, province_id);
create index customer_by_unit on customers.customer (unit_id);
create index customer_by_owner on customers.customer (owner_id);
create index customer_name_parts on customers.customer using gin (name_joined gin_trgm_ops);

create table customers.access_point (
  customer_id uuid not null,
  id uuid not null,
  position int not null,
  kind text not null,
  value text not null,
  -- Of phones: the digits of E.164, or those typed, and the last eight of them, by which a caller is looked up.
  digits text,
  phone_tail text,
  label text,
  preferred_hours text,
  is_primary boolean not null,
  verified boolean not null,
  consents jsonb not null,
  postal_code text,
  city_id int,
  primary key (customer_id, id),
  constraint access_point_kind_known check (kind in ('mobile', 'phone', 'email', 'address', 'social', 'fax', 'website'))
);
select platform.place('customers.access_point', 'customer_id');
alter table customers.access_point add constraint access_point_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table customers.access_point add constraint access_point_city_known foreign key (city_id) references customers.city (id);
create index access_point_by_tail on customers.access_point (phone_tail);

-- What is unique over all files, by its value: the code, and the keys that other systems know a customer by.
create table customers.identifier (
  kind text not null,
  value text not null,
  customer_id uuid not null,
  primary key (kind, value),
  constraint identifier_kind_known check (kind in ('code', 'external'))
);
select platform.place('customers.identifier', 'value');

-- What a file is found by. Rights are those of the file and of the field, so that search shows no more than the file.
create table customers.search_row (
  customer_id uuid not null,
  id uuid not null,
  source text not null,
  label text not null,
  spaced text collate "C" not null,
  joined text collate "C" not null,
  unit_id uuid,
  owner_id uuid,
  access_class text not null,
  primary key (customer_id, id)
);
select platform.place('customers.search_row', 'customer_id');
alter table customers.search_row add constraint search_row_of_customer foreign key (customer_id) references customers.customer (customer_id);
-- Code point order ("C") lets these serve prefixes and their order both.
create index search_row_spaced_prefix on customers.search_row (spaced, customer_id, id) include (unit_id, owner_id, access_class);
create index search_row_joined_prefix on customers.search_row (joined, customer_id, id) include (unit_id, owner_id, access_class);
create index search_row_spaced_parts on customers.search_row using gin (spaced gin_trgm_ops);
create index search_row_joined_parts on customers.search_row using gin (joined gin_trgm_ops);
create index search_row_by_unit on customers.search_row (unit_id);
create index search_row_by_owner on customers.search_row (owner_id);

create table customers.timeline_entry (
  customer_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  permission text not null,
  person_id uuid,
  unit_id uuid,
  owner_id uuid,
  access_class text not null,
  subject_type text not null,
  subject_id uuid not null,
  -- The version of the subject that the line's rights were taken from: an older event must not take them back.
  subject_version int not null,
  facts jsonb not null,
  primary key (customer_id, id)
);
select platform.place('customers.timeline_entry', 'customer_id');
alter table customers.timeline_entry add constraint timeline_entry_of_customer foreign key (customer_id) references customers.customer (customer_id);
create index timeline_entry_newest on customers.timeline_entry (customer_id, at desc, id desc);
create index timeline_entry_by_subject on customers.timeline_entry (customer_id, subject_id);
`
