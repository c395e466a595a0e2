import { foldingSql } from '../folding.sql.ts'

export const sql = `
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Where a table lives when the database is distributed; plain PostgreSQL has nothing to do.
create function platform.place(relation text, place text) returns void language plpgsql as $$
begin
  if not exists (select 1 from pg_extension where extname = 'citus') then
    return;
  end if;
  if place = 'reference' then
    execute format('select create_reference_table(%L)', relation);
  elsif place <> 'local' then
    execute format('select create_distributed_table(%L, %L)', relation, place);
  end if;
end $$;

${foldingSql}

create table platform.outbox_event (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  occurred_at timestamptz not null
);
select platform.place('platform.outbox_event', 'local');

create table platform.reaction_done (
  event_id uuid not null,
  reaction text not null,
  done_at timestamptz not null,
  primary key (event_id, reaction)
);
select platform.place('platform.reaction_done', 'local');

create table platform.blob (
  sha256 text primary key,
  bytes bigint not null,
  media_type text not null,
  stored_at timestamptz not null
);
select platform.place('platform.blob', 'reference');

create table platform.calendar_day (
  day date primary key,
  jalali_year int not null,
  jalali_month int not null,
  jalali_day int not null,
  weekday int not null,
  season int not null,
  week int not null,
  days_to_month_end int not null
);
select platform.place('platform.calendar_day', 'reference');
create index calendar_day_by_month on platform.calendar_day (jalali_year, jalali_month);
`
