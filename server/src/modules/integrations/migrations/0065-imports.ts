export const sql = `
create schema integrations;

-- An import and how far it has come. Nothing of its file is seen elsewhere before it is done.
create table integrations.import (
  id uuid primary key,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  state text not null,
  mapping jsonb,
  mapping_name text,
  -- Number of the last row that is staged: after a stop, staging goes on behind it.
  staged_to int not null,
  -- The whole file is staged, or as much of a broken one as a person chose to take.
  staged boolean not null,
  rows_read int not null,
  rows_known int not null,
  rows_refused int not null,
  rows_loaded int not null,
  requests_loaded int not null,
  progress real,
  result jsonb,
  failure jsonb,
  unit_id uuid,
  owner_id uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  constraint import_state_known check (state in ('uploaded', 'staging', 'loading', 'paused', 'done', 'discarded', 'failed'))
);
select platform.place('integrations.import', 'local');
alter table integrations.import add constraint import_of_unit foreign key (unit_id) references identity.unit (id);
alter table integrations.import add constraint import_of_person foreign key (owner_id) references identity.person (id);
create index import_newest on integrations.import (created_at desc, id desc);
create index import_by_owner on integrations.import (owner_id, created_at desc, id desc);
create index import_by_unit on integrations.import (unit_id, created_at desc, id desc);
create index import_at_work on integrations.import (id) where state in ('staging', 'loading');

-- The rows of a file between reading and loading; those that were refused stay for the error file.
create table integrations.import_row (
  import_id uuid not null,
  number int not null,
  -- The line of the file, which is what a person looks for.
  line int not null,
  row_key uuid,
  known boolean not null,
  ticket text,
  at timestamptz,
  cells jsonb,
  problems jsonb,
  constraint import_row_key primary key (import_id, number)
);
select platform.place('integrations.import_row', 'local');
alter table integrations.import_row add constraint import_row_of_import foreign key (import_id) references integrations.import (id);
create index import_row_refused on integrations.import_row (import_id, number) where problems is not null;

-- Rows that were loaded, by the system they come from: a second import of the file adds nothing.
create table integrations.import_key (
  source text not null,
  row_key uuid not null,
  constraint import_key_key primary key (source, row_key)
);
select platform.place('integrations.import_key', 'local');

create table integrations.import_mapping (
  id uuid primary key,
  name text not null constraint import_mapping_name_unique unique,
  mapping jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid
);
select platform.place('integrations.import_mapping', 'local');
alter table integrations.import_mapping add constraint import_mapping_by_person foreign key (saved_by) references identity.person (id);
`
