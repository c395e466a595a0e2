// Changes of many rows at once: what was asked, and what came of it row by row, so that it can be put back.
export const sql = `
create table identity.bulk (
  id uuid primary key,
  person_id uuid not null,
  actor_kind text not null,
  locale text not null,
  noun text not null,
  change jsonb not null,
  state text not null,
  started_at timestamptz not null,
  undo_until timestamptz not null,
  undo_asked_at timestamptz,
  constraint bulk_state_known check (state in ('working', 'done', 'undoing', 'undone'))
);
select platform.place('identity.bulk', 'local');
create index bulk_by_age on identity.bulk (started_at);

create table identity.bulk_row (
  id uuid primary key,
  bulk_id uuid not null,
  customer_id uuid not null,
  row_id uuid not null,
  label text not null,
  outcome text,
  code text,
  before jsonb,
  version int,
  back text,
  back_code text,
  constraint bulk_row_outcome_known check (outcome in ('changed', 'same', 'refused')),
  constraint bulk_row_back_known check (back in ('put-back', 'kept'))
);
select platform.place('identity.bulk_row', 'local');
alter table identity.bulk_row add constraint bulk_row_of_bulk foreign key (bulk_id) references identity.bulk (id) on delete cascade;
create index bulk_row_in_order on identity.bulk_row (bulk_id, id);
`
