// Schemes put files in order, several at once; the class of a file in each scheme is kept with who or what put it there.
export const sql = `
create table customers.scheme (
  id uuid primary key,
  name text not null,
  name_en text,
  by_rule boolean not null,
  access_class text not null,
  active boolean not null,
  -- Why rules may ask for gender, birthplace or kinship; without it they may not.
  protected_reason text,
  version int not null
);
select platform.place('customers.scheme', 'reference');

create table customers.scheme_class (
  id uuid primary key,
  scheme_id uuid not null,
  position int not null,
  name text not null,
  name_en text,
  mark text not null,
  active boolean not null,
  condition jsonb
);
select platform.place('customers.scheme_class', 'reference');
alter table customers.scheme_class add constraint scheme_class_of_scheme foreign key (scheme_id) references customers.scheme (id);

create table customers.file_class (
  customer_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  class_id uuid not null,
  access_class text not null,
  by_rule boolean not null,
  since timestamptz not null,
  set_by uuid,
  reason text,
  primary key (customer_id, id)
);
select platform.place('customers.file_class', 'customer_id');
alter table customers.file_class add constraint file_class_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table customers.file_class add constraint file_class_scheme_known foreign key (scheme_id) references customers.scheme (id);
alter table customers.file_class add constraint file_class_known foreign key (class_id) references customers.scheme_class (id);
create unique index file_class_once_a_scheme on customers.file_class (customer_id, scheme_id);
create index file_class_by_class on customers.file_class (class_id, customer_id);

create table customers.class_change (
  customer_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  from_class_id uuid,
  to_class_id uuid,
  access_class text not null,
  by_rule boolean not null,
  person_id uuid,
  reason text,
  at timestamptz not null,
  primary key (customer_id, id)
);
select platform.place('customers.class_change', 'customer_id');
alter table customers.class_change add constraint class_change_of_customer foreign key (customer_id) references customers.customer (customer_id);

-- A run over all files goes on from where it was, whatever happens to the process.
create table customers.scheme_run (
  scheme_id uuid primary key,
  state text not null,
  after_id uuid,
  checked int not null,
  total int not null,
  changed int not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint scheme_run_state_known check (state in ('running', 'done'))
);
select platform.place('customers.scheme_run', 'local');
`
