// Customers are imported by the same states and pauses as requests. Their files are written some hundreds at a time; what
// each import did to which file is kept, so that all of it can be taken back.
export const sql = `
alter table integrations.import add column kind text not null default 'requests';
alter table integrations.import add constraint import_kind_known check (kind in ('requests', 'customers'));
-- What an import that stands still goes on with when it is resumed: checking, loading, undoing.
alter table integrations.import add column step text;
alter table integrations.import add column trial jsonb;
alter table integrations.import add column undone jsonb;
alter table integrations.import drop constraint import_state_known;
alter table integrations.import add constraint import_state_known check (state in
  ('uploaded', 'staging', 'loading', 'paused', 'done', 'discarded', 'failed', 'checking', 'checked', 'undoing', 'undone'));
drop index integrations.import_at_work;
create index import_at_work on integrations.import (id) where state in ('staging', 'loading', 'checking', 'undoing');

-- What an import did to a file: made it, or changed it, by which row (the first of those in a batch).
create table integrations.import_file (
  import_id uuid not null,
  number int not null,
  customer_id uuid not null,
  made boolean not null,
  -- The version that the file had when the import left it.
  version int not null,
  -- Of a changed file: each value before and after, and the ways to reach that were added.
  change jsonb,
  -- What a made file is known by to the system that it comes from.
  external text,
  constraint import_file_key primary key (import_id, customer_id, number)
);
select platform.place('integrations.import_file', 'local');
alter table integrations.import_file add constraint import_file_of_import foreign key (import_id) references integrations.import (id);

alter table integrations.import_mapping add column kind text not null default 'requests';
alter table integrations.import_mapping add column signature text;
alter table integrations.import_mapping drop constraint import_mapping_name_unique;
alter table integrations.import_mapping add constraint import_mapping_name_of_kind unique (kind, name);
create index import_mapping_by_signature on integrations.import_mapping (signature, saved_at desc) where signature is not null;
`
