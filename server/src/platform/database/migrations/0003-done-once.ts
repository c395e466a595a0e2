export const sql = `
-- Writes that callers named by a key, so that what is sent twice is done once. The answer is kept for those who ask again.
create table platform.done_once (
  person_id uuid not null,
  key uuid not null,
  fingerprint text not null,
  answer jsonb,
  done_at timestamptz not null,
  primary key (person_id, key)
);
select platform.place('platform.done_once', 'local');
create index done_once_by_time on platform.done_once (done_at);
`
