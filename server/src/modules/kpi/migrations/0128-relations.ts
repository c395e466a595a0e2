// What fixed attributes go together with, as tested over all files, and what experts hold of it.
export const sql = `
create schema kpi;

create table kpi.relation_run (
  id uuid primary key,
  state text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  ended_at timestamptz,
  share real not null,
  files int not null,
  tests int not null,
  constraint relation_run_state_known check (state in ('waiting', 'working', 'done', 'failed'))
);
select platform.place('kpi.relation_run', 'local');
create index relation_run_newest on kpi.relation_run (asked_at desc);

create table kpi.relation (
  id uuid primary key,
  attribute text not null,
  attribute_name text,
  behaviour text not null,
  access_class text not null,
  run_id uuid not null,
  n int not null,
  groups jsonb not null,
  effect text not null,
  value double precision not null,
  low double precision not null,
  high double precision not null,
  p double precision not null,
  q double precision not null,
  method text not null,
  tested_at timestamptz not null,
  verdict text,
  note text,
  judged_by uuid,
  judged_at timestamptz,
  -- What the effect was when it was judged.
  judged_value double precision,
  version int not null,
  constraint relation_tested_once unique (attribute, behaviour),
  constraint relation_verdict_known check (verdict in ('accepted', 'rejected'))
);
select platform.place('kpi.relation', 'local');

-- Attributes that are tested only for a reason: who gave it, and which.
create table kpi.guarded_attribute (
  attribute text primary key,
  allowed boolean not null,
  reason text,
  set_by uuid,
  set_at timestamptz not null
);
select platform.place('kpi.guarded_attribute', 'local');
`
