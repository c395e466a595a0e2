// Under the key of its subject lies what is said of them outside their own rows. A destroyed key leaves its row, so that
// nothing is sealed for an erased subject again. The answers that are kept for those who ask twice name their subjects.
export const sql = `
create table platform.subject_key (
  subject_id uuid primary key,
  wrapped bytea,
  made_at timestamptz not null,
  destroyed_at timestamptz,
  constraint subject_key_destroyed_whole check ((wrapped is null) = (destroyed_at is not null))
);
select platform.place('platform.subject_key', 'local');
create index subject_key_destroyed on platform.subject_key (destroyed_at) where wrapped is null;

alter table platform.done_once add column subject_ids uuid[] not null default '{}';
`
