export const sql = `
create schema sales;

-- Numbers for what is entered without one; gaps are allowed.
create sequence sales.entry_number start 1001;

-- A ledger: one row for each voucher. What was voided stays, with no effect.
create table sales.entry (
  customer_id uuid not null,
  id uuid not null,
  kind text not null,
  number text not null,
  day date not null,
  due_day date,
  description text not null,
  amount bigint not null,
  -- What it adds to what the customer owes: the balance is the sum of these.
  effect bigint not null,
  method text,
  reference text not null,
  instalment_id uuid,
  source text not null,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  voided_at timestamptz,
  voided_by uuid,
  void_reason text,
  version int not null,
  primary key (customer_id, id),
  constraint entry_kind_known check (kind in ('opening', 'invoice', 'return', 'pre-invoice', 'receipt', 'payment', 'cheque', 'debit', 'credit')),
  constraint entry_method_known check (method in ('cash', 'card', 'transfer')),
  constraint entry_source_known check (source in ('hand', 'machine', 'import')),
  constraint entry_amount_positive check (amount > 0),
  constraint entry_effect_of_amount check (effect in (0, amount, -amount)),
  constraint entry_voided_without_effect check (voided_at is null or effect = 0)
);
select platform.place('sales.entry', 'customer_id');
alter table sales.entry add constraint entry_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table sales.entry add constraint entry_recorder_known foreign key (recorded_by) references identity.person (id);
alter table sales.entry add constraint entry_voider_known foreign key (voided_by) references identity.person (id);
create index entry_by_day on sales.entry (customer_id, day desc, id desc);
create index entry_purchases on sales.entry (customer_id, day) include (effect) where kind in ('invoice', 'return') and effect <> 0;
create index entry_of_instalment on sales.entry (customer_id, instalment_id) where instalment_id is not null;
create index entry_of_import on sales.entry (import_id, customer_id, id) where import_id is not null;

create table sales.invoice_line (
  customer_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  position int not null,
  product_id uuid,
  title text not null,
  quantity double precision not null,
  unit_price bigint not null,
  discount bigint not null,
  tax bigint not null,
  total bigint not null,
  primary key (customer_id, id)
);
select platform.place('sales.invoice_line', 'customer_id');
alter table sales.invoice_line add constraint invoice_line_of_entry foreign key (customer_id, entry_id) references sales.entry (customer_id, id);
alter table sales.invoice_line add constraint invoice_line_product_known foreign key (product_id) references catalogue.product (id);
create index invoice_line_by_entry on sales.invoice_line (customer_id, entry_id, position);

-- A cheque is its entry: the same id. Its rights are those of the file, for the list over all files.
create table sales.cheque (
  customer_id uuid not null,
  id uuid not null,
  serial text not null,
  sayad_id text,
  bank text not null,
  branch text not null,
  holder text not null,
  amount bigint not null,
  due_day date not null,
  state text not null,
  state_day date not null,
  voided boolean not null,
  unit_id uuid,
  owner_id uuid,
  primary key (customer_id, id),
  constraint cheque_state_known check (state in ('in-hand', 'deposited', 'cleared', 'bounced', 'returned'))
);
select platform.place('sales.cheque', 'customer_id');
alter table sales.cheque add constraint cheque_of_entry foreign key (customer_id, id) references sales.entry (customer_id, id);
create index cheque_by_due_day on sales.cheque (due_day, customer_id, id) include (state, bank, unit_id, owner_id) where not voided;
create index cheque_by_unit on sales.cheque (unit_id, due_day, customer_id, id) include (state, bank) where not voided;
create index cheque_by_owner on sales.cheque (owner_id, due_day, customer_id, id) include (state, bank) where not voided;
create index cheque_open on sales.cheque (due_day, customer_id, id) include (state, unit_id, owner_id) where not voided and state in ('in-hand', 'deposited');

create table sales.cheque_event (
  customer_id uuid not null,
  id uuid not null,
  cheque_id uuid not null,
  state text not null,
  day date not null,
  note text not null,
  at timestamptz not null,
  person_id uuid,
  primary key (customer_id, id)
);
select platform.place('sales.cheque_event', 'customer_id');
alter table sales.cheque_event add constraint cheque_event_of_cheque foreign key (customer_id, cheque_id) references sales.cheque (customer_id, id);
create index cheque_event_by_cheque on sales.cheque_event (customer_id, cheque_id, id);

create table sales.instalment (
  customer_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  due_day date not null,
  amount bigint not null,
  primary key (customer_id, id),
  constraint instalment_amount_positive check (amount > 0)
);
select platform.place('sales.instalment', 'customer_id');
alter table sales.instalment add constraint instalment_of_entry foreign key (customer_id, entry_id) references sales.entry (customer_id, id);
create index instalment_by_entry on sales.instalment (customer_id, entry_id, due_day, id);

-- What a file's ledger comes to; reckoned anew in the transaction of each entry.
create table sales.account (
  customer_id uuid not null,
  id uuid not null,
  balance bigint not null,
  credit_limit bigint,
  -- All that fell due, less all that was paid; below zero: paid ahead.
  arrears bigint not null,
  next_due_day date,
  open_cheques bigint not null,
  last_purchase_day date,
  last_purchase bigint,
  entries int not null,
  unit_id uuid,
  owner_id uuid,
  -- The version of the file that the rights were taken from: an older event must not take them back.
  file_version int not null,
  version int not null,
  updated_at timestamptz not null,
  primary key (customer_id, id),
  constraint account_one_of_file check (id = customer_id)
);
select platform.place('sales.account', 'customer_id');
alter table sales.account add constraint account_of_customer foreign key (customer_id) references customers.customer (customer_id);
create index account_falling_due on sales.account (next_due_day, customer_id) where next_due_day is not null;

-- What is unique over all files, by its value: numbers of each kind, Sayad ids of cheques, and documents of imports.
create table sales.entry_by_number (
  kind text not null,
  value text not null,
  customer_id uuid not null,
  entry_id uuid not null,
  primary key (kind, value)
);
select platform.place('sales.entry_by_number', 'value');
create index entry_by_number_of_entry on sales.entry_by_number (customer_id, entry_id);
`
