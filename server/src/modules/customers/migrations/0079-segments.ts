// Named sets of customers: by rule, or put together by hand. Each day's size is kept, so that growth can be seen.
export const sql = `
create table customers.segment (
  id uuid primary key,
  owner_id uuid not null,
  name text not null,
  name_joined text not null,
  description text not null,
  audience text not null,
  -- The rule, and the fields that it asks about: null and empty where members are put in by hand.
  condition jsonb,
  fields text[] not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  constraint segment_audience_known check (audience in ('private', 'team', 'all'))
);
select platform.place('customers.segment', 'reference');
alter table customers.segment add constraint segment_of_person foreign key (owner_id) references identity.person (id);
create unique index segment_named_once on customers.segment (owner_id, name_joined) where removed_at is null;
create index segment_shared on customers.segment (audience) where removed_at is null;

create table customers.segment_member (
  customer_id uuid not null,
  id uuid not null,
  segment_id uuid not null,
  -- The change by which it came in, so that the change can be taken back.
  change_id uuid not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (customer_id, id)
);
select platform.place('customers.segment_member', 'customer_id');
alter table customers.segment_member add constraint segment_member_of_customer foreign key (customer_id) references customers.customer (customer_id);
create unique index segment_member_once on customers.segment_member (customer_id, segment_id);
create index segment_member_by_segment on customers.segment_member (segment_id, customer_id);

create table customers.segment_size (
  segment_id uuid not null,
  day date not null,
  count int not null,
  constraint segment_size_key primary key (segment_id, day)
);
select platform.place('customers.segment_size', 'reference');
alter table customers.segment_size add constraint segment_size_of_segment foreign key (segment_id) references customers.segment (id) on delete cascade;
`
