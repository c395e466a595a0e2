// A change over filters keeps what was asked and how far it has come, and is counted as it goes: nobody counts a million rows to show a bar.
export const sql = `
alter table identity.bulk add column selection jsonb;
alter table identity.bulk add column by_filters boolean not null default false;
alter table identity.bulk add column after_id uuid;
alter table identity.bulk add column expected int not null default 0;
alter table identity.bulk add column stopped_by text;
alter table identity.bulk drop constraint bulk_state_known;
alter table identity.bulk add constraint bulk_state_known check (state in ('working', 'stopped', 'done', 'undoing', 'undone'));
update identity.bulk b set expected = (select count(*) from identity.bulk_row r where r.bulk_id = b.id);
create index bulk_of_person on identity.bulk (person_id, noun, started_at, id);

create table identity.bulk_tally (
  bulk_id uuid not null,
  step text not null,
  outcome text not null,
  code text not null,
  count int not null,
  primary key (bulk_id, step, outcome, code),
  constraint bulk_tally_step_known check (step in ('change', 'undo'))
);
select platform.place('identity.bulk_tally', 'local');
alter table identity.bulk_tally add constraint bulk_tally_of_bulk foreign key (bulk_id) references identity.bulk (id) on delete cascade;
insert into identity.bulk_tally
  select bulk_id, 'change', outcome, coalesce(code, ''), count(*) from identity.bulk_row where outcome is not null group by 1, 3, 4;
insert into identity.bulk_tally
  select bulk_id, 'undo', back, coalesce(back_code, ''), count(*) from identity.bulk_row where back is not null group by 1, 3, 4;

create index bulk_row_waiting on identity.bulk_row (bulk_id, id) where outcome is null;
create index bulk_row_to_put_back on identity.bulk_row (bulk_id, id) where outcome = 'changed' and back is null;
create index bulk_row_refused on identity.bulk_row (bulk_id, id) where outcome = 'refused' or back = 'kept';
`
