// What in a file cannot be right together, and the rules by which it is found.
export const sql = `
create table customers.consistency_rule (
  id uuid primary key,
  -- The name of a rule that comes with the product; its words are the screen's.
  built_in text,
  name text not null,
  question text not null,
  severity text not null,
  active boolean not null,
  -- What an organisation's own rule looks at.
  rule jsonb,
  created_by uuid,
  -- Its name is still needed by what it found.
  removed_at timestamptz,
  version int not null,
  -- How far the files have been looked through since the rule last changed: all of them, when null.
  looked_to uuid,
  looked_files int not null,
  constraint consistency_severity_known check (severity in ('low', 'medium', 'high')),
  constraint consistency_rule_of_somebody check ((built_in is null) = (rule is not null))
);
select platform.place('customers.consistency_rule', 'reference');
insert into customers.consistency_rule (id, built_in, name, question, severity, active, version, looked_files) values
  ('01930000-0000-7000-8000-000000000001', 'city-of-visits', '', '', 'medium', true, 1, 0),
  ('01930000-0000-7000-8000-000000000002', 'area-code', '', '', 'low', true, 1, 0),
  ('01930000-0000-7000-8000-000000000003', 'wrong-number', '', '', 'high', true, 1, 0),
  ('01930000-0000-7000-8000-000000000004', 'doubted-value', '', '', 'medium', true, 1, 0),
  ('01930000-0000-7000-8000-000000000005', 'kind-by-name', '', '', 'low', true, 1, 0);

create table customers.contradiction (
  customer_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  field text not null,
  -- Of everything that it speaks of: who may not read one of them may not know of it.
  access_classes text[] not null,
  stated jsonb not null,
  observed jsonb not null,
  -- Lines of the timeline; who may see none of them may not know of it.
  evidence uuid[] not null,
  severity text not null,
  state text not null,
  -- The rule and both sides: the same is not asked twice.
  fingerprint text not null,
  unit_id uuid,
  owner_id uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  reason text,
  version int not null,
  primary key (customer_id, id),
  constraint contradiction_state_known check (state in ('open', 'corrected', 'kept', 'dismissed', 'gone')),
  constraint contradiction_severity_known check (severity in ('low', 'medium', 'high'))
);
select platform.place('customers.contradiction', 'customer_id');
alter table customers.contradiction add constraint contradiction_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table customers.contradiction add constraint contradiction_of_rule foreign key (rule_id) references customers.consistency_rule (id);
create unique index contradiction_asked_once on customers.contradiction (customer_id, fingerprint);
create index contradiction_newest on customers.contradiction ((state = 'open'), opened_at desc, id desc);
create index contradiction_by_unit on customers.contradiction (unit_id, (state = 'open'), opened_at desc, id desc);
create index contradiction_by_owner on customers.contradiction (owner_id, (state = 'open'), opened_at desc, id desc);
create index contradiction_by_rule on customers.contradiction (rule_id) where state = 'open';
-- Lines that say where, or whose number it was not: few among many.
create index timeline_entry_observed on customers.timeline_entry (customer_id, at desc) where facts ?| array['cityId', 'wrongNumber'];
`
