/**
 * What the indicators count, packed by day and unit. Nothing of it is known here alone: it is made of the facts, and can
 * be thrown away and made anew.
 */
export const sql = `
-- The records of one indicator that fall on a day and are seen by the rights of one unit.
create table kpi.sheet (
  id uuid primary key,
  indicator text not null,
  day date not null,
  unit_id uuid,
  access_class text not null,
  count int not null,
  not_recorded int not null,
  not_yet int not null,
  -- The local day on which it was counted.
  counted_on date not null,
  constraint sheet_counted_once unique nulls not distinct (indicator, day, unit_id, access_class)
);
select platform.place('kpi.sheet', 'local');

-- One column of a sheet: a number or a word for each record, in one order for all columns.
create table kpi.sheet_column (
  sheet_id uuid not null,
  name text not null,
  -- Of a column of words, those that there are; its data are places among them.
  words text[],
  data bytea not null,
  -- Of a column of numbers, how many there are and their sum.
  n int,
  sum double precision,
  constraint sheet_column_key primary key (sheet_id, name)
);
select platform.place('kpi.sheet_column', 'local');
alter table kpi.sheet_column add constraint sheet_column_of_sheet foreign key (sheet_id) references kpi.sheet (id) on delete cascade;

-- Days of units whose facts changed since they were counted.
create table kpi.mark (
  id uuid primary key,
  day date not null,
  unit_id uuid,
  constraint mark_made_once unique nulls not distinct (day, unit_id)
);
select platform.place('kpi.mark', 'local');

-- Since which day sheets are there, and for which definitions and midnights they were made.
create table kpi.sheet_state (
  id int primary key,
  definitions text not null,
  zone text not null,
  built_from date not null,
  -- Nothing older was there when making them began.
  build_until date not null,
  constraint sheet_state_is_one check (id = 1)
);
select platform.place('kpi.sheet_state', 'local');
`
