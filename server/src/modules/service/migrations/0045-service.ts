export const sql = `
create schema service;

-- Gaps are allowed; the number itself is made by the application, with the Jalali year before it.
create sequence service.request_number_sequence;

create table service.request (
  customer_id uuid not null,
  id uuid not null,
  number text not null,
  subject text not null,
  description text not null,
  topic_id uuid,
  product_id uuid,
  priority text not null,
  priority_rank int generated always as (case priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end) stored,
  channel text not null,
  contact_name text,
  -- Another customer's file: a contact is no part of this one, so nothing binds the two.
  contact_customer_id uuid,
  test boolean not null,
  source text,
  external_number text,
  -- Search keys of subject, numbers and the customer's name.
  search_spaced text not null,
  search_joined text not null,
  version int not null,
  updated_at timestamptz not null,
  -- From here on, what the events say; written by the replay alone.
  status text not null,
  unit_id uuid,
  owner_id uuid,
  reported_at timestamptz not null,
  registered_at timestamptz not null,
  registered_by uuid,
  first_response_recorded boolean not null,
  first_response_at timestamptz,
  first_response_by uuid,
  resolved_at timestamptz,
  resolved_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  reopened_count int not null,
  outcome text,
  merged_into_id uuid,
  exchange_count int not null,
  event_count int not null,
  -- Solved at first contact, if it does not come back within seven days of the first resolution.
  first_contact boolean,
  first_resolved_at timestamptz,
  response_elapsed_seconds int,
  response_working_seconds int,
  unregistered_elapsed_seconds int,
  unregistered_working_seconds int,
  misrouted_elapsed_seconds int,
  misrouted_working_seconds int,
  queued_elapsed_seconds int,
  queued_working_seconds int,
  held_elapsed_seconds int,
  held_working_seconds int,
  service_elapsed_seconds int,
  service_working_seconds int,
  customer_wait_elapsed_seconds int,
  customer_wait_working_seconds int,
  constraint request_key primary key (customer_id, id),
  constraint request_status_known check (status in ('new', 'open', 'waiting', 'resolved', 'closed', 'merged')),
  constraint request_priority_known check (priority in ('low', 'normal', 'high', 'urgent')),
  constraint request_reported_before_registered check (reported_at <= registered_at)
);
select platform.place('service.request', 'customer_id');

-- The number leads to the file for ever, also after a merge.
create table service.request_by_number (
  number text not null,
  customer_id uuid not null,
  request_id uuid not null,
  constraint request_by_number_key primary key (number)
);
select platform.place('service.request_by_number', 'number');

-- A later file of the same system finds the request that an earlier one began.
create table service.request_by_external (
  source text not null,
  external_number text not null,
  customer_id uuid not null,
  request_id uuid not null,
  constraint request_by_external_key primary key (external_number, source)
);
select platform.place('service.request_by_external', 'external_number');

create table service.request_event (
  customer_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  sequence int not null,
  kind text not null,
  at timestamptz not null,
  person_id uuid,
  unit_id uuid,
  to_person_id uuid,
  to_unit_id uuid,
  channel text,
  public boolean,
  answered boolean,
  automatic boolean,
  by_customer boolean,
  outcome text,
  wait_on text,
  reported_at timestamptz,
  merged_into_id uuid,
  note text,
  label text,
  interaction_id uuid,
  import_key text,
  recorded_at timestamptz not null,
  constraint request_event_key primary key (customer_id, id)
);
select platform.place('service.request_event', 'customer_id');

-- What follows from the events, a row each: rewritten whenever the request is replayed.
create table service.holding (
  customer_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  position int not null,
  unit_id uuid,
  person_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz,
  reason text not null,
  constraint holding_key primary key (customer_id, id)
);
select platform.place('service.holding', 'customer_id');

create table service.exchange (
  customer_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  position int not null,
  kind text not null,
  customer_at timestamptz,
  employee_at timestamptz,
  person_id uuid,
  unit_id uuid,
  channel text,
  constraint exchange_key primary key (customer_id, id)
);
select platform.place('service.exchange', 'customer_id');

create table service.wait (
  customer_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  position int not null,
  kind text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  constraint wait_key primary key (customer_id, id)
);
select platform.place('service.wait', 'customer_id');

create table service.resolution (
  customer_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  position int not null,
  at timestamptz not null,
  person_id uuid,
  unit_id uuid,
  outcome text,
  reopened_at timestamptz,
  is_last boolean not null,
  constraint resolution_key primary key (customer_id, id)
);
select platform.place('service.resolution', 'customer_id');

-- Service time by holder and state.
create table service.service_part (
  customer_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  position int not null,
  unit_id uuid,
  person_id uuid,
  state text not null,
  elapsed_seconds int not null,
  working_seconds int not null,
  constraint service_part_key primary key (customer_id, id)
);
select platform.place('service.service_part', 'customer_id');

create table service.request_document (
  customer_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  document_id uuid not null,
  attached_at timestamptz not null,
  attached_by uuid,
  constraint request_document_key primary key (customer_id, id)
);
select platform.place('service.request_document', 'customer_id');
`
