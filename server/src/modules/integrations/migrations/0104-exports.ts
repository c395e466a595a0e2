// Lists that are taken out in the background. The file lies among the others under a key of its own: with the key the
// row forgets it, and the content is nobody's.
export const sql = `
create table integrations.export (
  id uuid primary key,
  list text not null,
  format text not null,
  filters jsonb not null,
  columns jsonb not null,
  locale text not null,
  state text not null,
  rows_written int not null,
  total int,
  file_name text,
  media_type text,
  sha256 text,
  bytes bigint,
  file_key bytea,
  failure jsonb,
  person_id uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz,
  constraint export_state_known check (state in ('waiting', 'working', 'done', 'failed', 'discarded', 'expired')),
  constraint export_format_known check (format in ('csv', 'xlsx', 'vcard4', 'vcard3'))
);
select platform.place('integrations.export', 'local');
alter table integrations.export add constraint export_of_person foreign key (person_id) references identity.person (id);
create index export_by_person on integrations.export (person_id, created_at desc, id desc);
create index export_at_work on integrations.export (id) where state in ('waiting', 'working');
create index export_to_expire on integrations.export (expires_at) where state = 'done';
`
