export const sql = `
-- How much each field counts, where the organisation has said so; what is not here counts as it does from the start.
create table customers.field_weight (
  kind text not null,
  field text not null,
  weight int not null,
  primary key (kind, field),
  constraint field_weight_bounded check (weight between 0 and 10)
);
select platform.place('customers.field_weight', 'reference');

-- One row: the version of the weights, and how far the files have been reckoned by them.
create table customers.completeness_work (
  id int primary key,
  version int not null,
  is_working boolean not null,
  work_after uuid,
  work_done int not null,
  work_total int not null,
  constraint completeness_work_alone check (id = 1)
);
select platform.place('customers.completeness_work', 'local');
insert into customers.completeness_work values (1, 1, false, null, 0, 0);

-- Each night's count of files, by whose they are, over all files and over each segment.
create table customers.completeness_day (
  id uuid primary key,
  day date not null,
  segment_id uuid,
  kind text not null,
  unit_id uuid,
  owner_id uuid,
  files int not null,
  complete int not null,
  total double precision not null
);
select platform.place('customers.completeness_day', 'local');
create index completeness_day_by_day on customers.completeness_day (segment_id, day, unit_id, owner_id);

create table customers.programme (
  id uuid primary key,
  name text not null,
  note text not null,
  -- What is collected, with the minutes that asking takes where somebody has said so.
  fields jsonb not null,
  segment_id uuid,
  until date not null,
  people uuid[] not null,
  units uuid[] not null,
  closed boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  version int not null
);
select platform.place('customers.programme', 'reference');
create index programme_running on customers.programme (until) where not closed;

-- Questions that were put to a customer, and what came of them. Who did not want to say is not asked again.
create table customers.field_question (
  customer_id uuid not null,
  id uuid not null,
  field text not null,
  access_class text not null,
  programme_id uuid,
  person_id uuid,
  unit_id uuid,
  outcome text not null,
  seconds int not null,
  at timestamptz not null,
  primary key (customer_id, id),
  constraint field_question_outcome_known check (outcome in ('answered', 'declined', 'later')),
  constraint field_question_seconds_sane check (seconds between 0 and 3600)
);
select platform.place('customers.field_question', 'customer_id');
alter table customers.field_question add constraint field_question_of_customer foreign key (customer_id) references customers.customer (customer_id);
create index field_question_of_field on customers.field_question (customer_id, field);
create index field_question_of_programme on customers.field_question (programme_id, field) where programme_id is not null;
create index field_question_by_time on customers.field_question (at);
create index customer_by_completeness on customers.customer (completeness, customer_id) where not gone;

-- What an hour costs, of the organisation (without a unit) and of units that differ.
create table customers.hour_cost (
  id uuid primary key,
  unit_id uuid,
  rials bigint not null,
  constraint hour_cost_positive check (rials >= 0)
);
select platform.place('customers.hour_cost', 'reference');
create unique index hour_cost_of_unit on customers.hour_cost (unit_id) nulls not distinct;

-- What each field is: how many files could hold it and do, how often it was corrected, and where it is used; measured each night.
create table customers.field_measure (
  field text primary key,
  access_class text not null,
  measured_on date not null,
  files int not null,
  filled int not null,
  changed int not null,
  segments int not null,
  rules int not null,
  programmes int not null,
  -- Minutes that a programme says asking takes; null: measured.
  minutes real
);
select platform.place('customers.field_measure', 'local');

create view customers.report_field_measure as
select field, access_class, null::uuid as unit_id, null::uuid as owner_id, measured_on, files, filled, changed, segments, rules, programmes, minutes
from customers.field_measure;

create view customers.report_field_question as
select q.customer_id, q.id as question_id, q.field, q.access_class, c.unit_id, c.owner_id, q.unit_id as asked_in_unit_id, q.person_id as asked_by,
  q.outcome, q.seconds, q.at
from customers.field_question q join customers.customer c on c.customer_id = q.customer_id;

create view customers.report_hour_cost as
select unit_id, null::uuid as owner_id, 'financial'::text as access_class, rials from customers.hour_cost;
`
