export const sql = `
create schema interactions;

create table interactions.interaction (
  customer_id uuid not null,
  id uuid not null,
  kind text not null,
  direction text not null,
  channel text not null,
  -- Who spoke for the organisation, and so owns the row.
  owner_id uuid,
  unit_id uuid,
  started_at timestamptz not null,
  minutes double precision,
  answered boolean not null,
  subject text not null,
  body text not null,
  source text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (customer_id, id),
  constraint interaction_kind_known check (kind in ('call', 'visit', 'message', 'note')),
  constraint interaction_direction_known check (direction in ('in', 'out', 'internal')),
  constraint interaction_source_known check (source in ('hand', 'machine', 'import')),
  constraint interaction_note_internal check (kind <> 'note' or direction = 'internal'),
  constraint interaction_minutes_sane check (minutes >= 0)
);
select platform.place('interactions.interaction', 'customer_id');
alter table interactions.interaction add constraint interaction_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table interactions.interaction add constraint interaction_unit_known foreign key (unit_id) references identity.unit (id);
alter table interactions.interaction add constraint interaction_owner_known foreign key (owner_id) references identity.person (id);
alter table interactions.interaction add constraint interaction_recorder_known foreign key (recorded_by) references identity.person (id);
-- One for each way in: a whole organisation, one person, one unit, one file; all in the order of the list.
create index interaction_newest on interactions.interaction (started_at desc, id desc);
create index interaction_by_owner on interactions.interaction (owner_id, started_at desc, id desc);
create index interaction_by_unit on interactions.interaction (unit_id, started_at desc, id desc);
create index interaction_by_file on interactions.interaction (customer_id, started_at desc, id desc);

create table interactions.interaction_document (
  customer_id uuid not null,
  interaction_id uuid not null,
  document_id uuid not null,
  position int not null,
  primary key (customer_id, interaction_id, document_id)
);
select platform.place('interactions.interaction_document', 'customer_id');
alter table interactions.interaction_document add constraint interaction_document_owner foreign key (customer_id, interaction_id) references interactions.interaction (customer_id, id);
alter table interactions.interaction_document add constraint interaction_document_known foreign key (customer_id, document_id) references documents.document (customer_id, id);
create index interaction_document_by_document on interactions.interaction_document (customer_id, document_id);
`
