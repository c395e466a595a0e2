export const sql = `
create schema identity;

-- One organisation a database: the single row holds what is said once.
create table identity.organisation (
  id int primary key,
  name text not null,
  zone text not null,
  currency text not null,
  demo boolean not null,
  created_at timestamptz not null,
  constraint organisation_is_single check (id = 1),
  constraint organisation_currency_known check (currency in ('rial', 'toman'))
);
select platform.place('identity.organisation', 'reference');

create table identity.branch (
  id uuid primary key,
  name text not null constraint branch_name_unique unique
);
select platform.place('identity.branch', 'reference');

create table identity.unit (
  id uuid primary key,
  name text not null,
  parent_id uuid,
  branch_id uuid
);
select platform.place('identity.unit', 'reference');
alter table identity.unit add constraint unit_of_parent foreign key (parent_id) references identity.unit (id);
alter table identity.unit add constraint unit_of_branch foreign key (branch_id) references identity.branch (id);
create unique index unit_name_unique on identity.unit (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), name);

-- Every unit with each unit above it and itself (depth 0).
create table identity.unit_ancestor (
  unit_id uuid not null,
  ancestor_id uuid not null,
  depth int not null,
  primary key (unit_id, ancestor_id)
);
select platform.place('identity.unit_ancestor', 'reference');
alter table identity.unit_ancestor add constraint unit_ancestor_of_unit foreign key (unit_id) references identity.unit (id);
alter table identity.unit_ancestor add constraint unit_ancestor_of_ancestor foreign key (ancestor_id) references identity.unit (id);
create index unit_ancestor_by_ancestor on identity.unit_ancestor (ancestor_id);

create table identity.person (
  id uuid primary key,
  user_id uuid constraint person_user_unique unique,
  name text not null,
  name_spaced text not null,
  name_joined text not null,
  username text constraint person_username_unique unique,
  email text constraint person_email_unique unique,
  unit_id uuid,
  active boolean not null,
  -- The system that the person is known from, and the key there, when an import brought them.
  external_key text constraint person_external_unique unique,
  created_at timestamptz not null
);
select platform.place('identity.person', 'reference');
alter table identity.person add constraint person_of_unit foreign key (unit_id) references identity.unit (id);
create index person_by_unit on identity.person (unit_id);

create table identity.role (
  id uuid primary key,
  name text not null constraint role_name_unique unique,
  built_in boolean not null,
  -- permission to scope, and the classes of fields that may be read
  grants jsonb not null,
  field_classes text[] not null
);
select platform.place('identity.role', 'reference');

create table identity.person_role (
  person_id uuid not null,
  role_id uuid not null,
  primary key (person_id, role_id)
);
select platform.place('identity.person_role', 'reference');
alter table identity.person_role add constraint person_role_of_person foreign key (person_id) references identity.person (id);
alter table identity.person_role add constraint person_role_of_role foreign key (role_id) references identity.role (id);
create index person_role_by_role on identity.person_role (role_id);

create table identity.access_token (
  id uuid primary key,
  person_id uuid not null,
  name text not null,
  sha256 text not null constraint access_token_unique unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
select platform.place('identity.access_token', 'local');
create index access_token_by_person on identity.access_token (person_id);

-- Wrong passwords in a row, by sign-in name: the wait doubles with each.
create table identity.sign_in_failure (
  login text primary key,
  failures int not null,
  locked_until timestamptz not null
);
select platform.place('identity.sign_in_failure', 'local');

-- Append-only: the application's role may insert and read, nothing else.
create table identity.audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject_type text not null,
  subject_id text,
  customer_id uuid,
  before jsonb,
  after jsonb,
  address text
);
select platform.place('identity.audit_entry', 'local');
create index audit_entry_by_actor on identity.audit_entry (actor_id, id);
create index audit_entry_by_subject on identity.audit_entry (subject_id, id);
create index audit_entry_by_action on identity.audit_entry (action, id);

create table identity.calendar_rule (
  id uuid primary key,
  owner_kind text not null,
  owner_id uuid,
  valid_from date not null,
  valid_to date,
  week jsonb not null,
  constraint calendar_rule_owner_known check (owner_kind in ('organisation', 'branch', 'unit')),
  constraint calendar_rule_owner_named check ((owner_kind = 'organisation') = (owner_id is null))
);
select platform.place('identity.calendar_rule', 'reference');

create table identity.calendar_exception (
  id uuid primary key,
  owner_kind text not null,
  owner_id uuid,
  day date not null,
  kind text not null,
  name text not null,
  intervals jsonb,
  certain boolean not null,
  constraint calendar_exception_owner_known check (owner_kind in ('organisation', 'branch', 'unit')),
  constraint calendar_exception_kind_known check (kind in ('holiday', 'closure', 'half-day', 'working-day'))
);
select platform.place('identity.calendar_exception', 'reference');
create index calendar_exception_by_day on identity.calendar_exception (day);

create table identity.leave (
  id uuid primary key,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text not null,
  constraint leave_in_order check (ends_at > starts_at)
);
select platform.place('identity.leave', 'reference');
alter table identity.leave add constraint leave_of_person foreign key (person_id) references identity.person (id);
create index leave_by_person on identity.leave (person_id, starts_at);
`
