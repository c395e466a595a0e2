// A removed file says who took it away and why. An erasure is asked for, waits or not, and leaves a certificate that
// names nobody.
export const sql = `
alter table customers.customer add column removed_by uuid;
alter table customers.customer add column removal_reason text;
alter table customers.customer add column erased_at timestamptz;
create index customer_removed on customers.customer (deleted_at desc, customer_id desc) include (unit_id, owner_id)
  where deleted_at is not null and erased_at is null;

create table customers.erasure (
  customer_id uuid not null,
  id uuid not null,
  code text not null,
  state text not null,
  basis text not null,
  reference text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  called_off_by uuid,
  called_off_at timestamptz,
  done_at timestamptz,
  certificate jsonb,
  primary key (customer_id, id),
  constraint erasure_state_known check (state in ('waiting', 'called-off', 'done')),
  constraint erasure_done_whole check ((state = 'done') = (done_at is not null and certificate is not null))
);
select platform.place('customers.erasure', 'customer_id');
alter table customers.erasure add constraint erasure_of_customer foreign key (customer_id) references customers.customer (customer_id);
create unique index erasure_waits_once on customers.erasure (customer_id) where state = 'waiting';
create index erasure_newest on customers.erasure (asked_at desc, id desc);
create index erasure_due on customers.erasure (due_at) where state = 'waiting';
`
