// Of which holding somebody was reminded that it has lasted long without an answer: once for each.
export const sql = `
create table service.slow_reminder (
  customer_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  held_since timestamptz not null,
  constraint slow_reminder_key primary key (customer_id, id)
);
select platform.place('service.slow_reminder', 'customer_id');
alter table service.slow_reminder add constraint slow_reminder_of_request
  foreign key (customer_id, request_id) references service.request (customer_id, id);
create unique index slow_reminder_once on service.slow_reminder (customer_id, request_id, held_since);

-- What somebody has in hand and nobody has answered yet.
create index request_unanswered_held on service.request (reported_at, id)
  where owner_id is not null and first_response_at is null and first_response_recorded and status in ('new', 'open');

-- Who has how much in hand, how much waits in each queue, and since when: answered from the index alone.
create index request_load on service.request (unit_id, owner_id, reported_at, id)
  include (status, first_response_at, first_response_recorded, test, number)
  where status in ('new', 'open', 'waiting');
`
