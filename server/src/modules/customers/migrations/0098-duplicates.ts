// What likely duplicates are found by, the pairs that were found and what was decided of them, and merges of files.
export const sql = `
alter table customers.customer add constraint customer_not_in_itself check (merged_into is distinct from customer_id);
-- Of what a file is found by, rows that came with a file merged into it.
alter table customers.search_row add column merged_id uuid;

create table customers.duplicate_key (
  key bigint not null,
  customer_id uuid not null,
  primary key (key, customer_id)
);
select platform.place('customers.duplicate_key', 'key');

-- Files that changed since they were last compared with the others.
create table customers.duplicate_due (customer_id uuid primary key);
select platform.place('customers.duplicate_due', 'local');

create table customers.duplicate_pair (
  customer_id uuid not null,
  id uuid not null,
  other_id uuid not null,
  -- Of ten thousand; the second as for one who may not read delicate fields.
  score int not null,
  plain_score int not null,
  reasons text[] not null,
  state text not null,
  -- Keys that are evidence and that both files have; those that were known when it was decided that they are two.
  shared_keys bigint[] not null,
  decided_keys bigint[],
  decided_by uuid,
  decided_at timestamptz,
  found_at timestamptz not null,
  compared_at timestamptz not null,
  primary key (customer_id, id),
  constraint duplicate_pair_once unique (customer_id, other_id),
  constraint duplicate_pair_in_order check (customer_id < other_id),
  constraint duplicate_pair_state_known check (state in ('open', 'not-duplicates'))
);
select platform.place('customers.duplicate_pair', 'customer_id');
alter table customers.duplicate_pair add constraint duplicate_pair_of_customer foreign key (customer_id) references customers.customer (customer_id);
create index duplicate_pair_by_score on customers.duplicate_pair (state, score, customer_id, id);
create index duplicate_pair_by_plain_score on customers.duplicate_pair (state, plain_score, customer_id, id);
create index duplicate_pair_by_other on customers.duplicate_pair (other_id);

create table customers.merge (
  customer_id uuid not null,
  id uuid not null,
  merged_id uuid not null,
  at timestamptz not null,
  by uuid,
  undo_until timestamptz not null,
  -- Fields of the file that is left, before and after; ways of access that it got; what the other was found by.
  before jsonb not null,
  after jsonb not null,
  points jsonb not null,
  search_rows jsonb not null,
  -- Files that had been merged into the other before.
  carried uuid[] not null,
  primary key (customer_id, id)
);
select platform.place('customers.merge', 'customer_id');
alter table customers.merge add constraint merge_of_customer foreign key (customer_id) references customers.customer (customer_id);
create index merge_of_merged on customers.merge (merged_id);

create table customers.duplicate_scan (
  id uuid primary key,
  state text not null,
  started_at timestamptz not null,
  started_by uuid,
  finished_at timestamptz,
  -- First the keys of files are made sure of, in the order of files; then files with the same key are compared, in ranges of keys.
  keys_until uuid,
  keys_done boolean not null,
  files int not null,
  files_done int not null,
  parts int not null,
  parts_done int not null,
  compared int not null,
  found int not null,
  constraint duplicate_scan_state_known check (state in ('working', 'paused', 'done'))
);
select platform.place('customers.duplicate_scan', 'local');
create unique index duplicate_scan_one_at_a_time on customers.duplicate_scan ((true)) where state <> 'done';

create table customers.duplicate_settings (
  id int primary key,
  threshold int not null,
  automatic boolean not null,
  constraint duplicate_settings_one check (id = 1)
);
select platform.place('customers.duplicate_settings', 'reference');
insert into customers.duplicate_settings values (1, 9000, false);
`
