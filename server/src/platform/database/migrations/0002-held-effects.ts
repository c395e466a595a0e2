export const sql = `
-- Effects that leave the house wait while what caused them can be put back; once put back, they never leave.
alter table platform.outbox_event add column held_until timestamptz;
alter table platform.outbox_event add column held_by uuid;
alter table platform.outbox_event add column withdrawn boolean not null default false;
create index outbox_event_by_holder on platform.outbox_event (held_by) where held_by is not null;
`
