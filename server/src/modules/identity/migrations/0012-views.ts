// Filters, sort and columns of lists, kept under a name by whoever uses them and shared with whom they choose.
export const sql = `
create table identity.saved_view (
  id uuid primary key,
  owner_id uuid not null,
  list text not null,
  name text not null,
  name_joined text not null,
  audience text not null,
  search jsonb not null,
  columns jsonb not null,
  group_by text,
  version int not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  constraint saved_view_audience_known check (audience in ('private', 'team', 'all'))
);
select platform.place('identity.saved_view', 'reference');
alter table identity.saved_view add constraint saved_view_of_person foreign key (owner_id) references identity.person (id);
create unique index saved_view_named_once on identity.saved_view (owner_id, list, name_joined) where removed_at is null;
create index saved_view_shared on identity.saved_view (list, audience) where removed_at is null;

create table identity.default_view (
  person_id uuid not null,
  list text not null,
  view_id uuid not null,
  constraint default_view_key primary key (person_id, list)
);
select platform.place('identity.default_view', 'reference');
alter table identity.default_view add constraint default_view_of_person foreign key (person_id) references identity.person (id);
alter table identity.default_view add constraint default_view_known
  foreign key (view_id) references identity.saved_view (id) on delete cascade;
create index default_view_by_view on identity.default_view (view_id);
`
