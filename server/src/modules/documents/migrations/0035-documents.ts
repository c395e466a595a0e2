export const sql = `
create schema documents;

create table documents.document (
  customer_id uuid not null,
  id uuid not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  title text,
  access_class text not null,
  unit_id uuid,
  owner_id uuid,
  added_by uuid,
  added_at timestamptz not null,
  primary key (customer_id, id),
  constraint document_class_known check (access_class in ('public', 'internal', 'sensitive', 'financial')),
  constraint document_not_empty check (bytes > 0)
);
select platform.place('documents.document', 'customer_id');
alter table documents.document add constraint document_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table documents.document add constraint document_blob_known foreign key (sha256) references platform.blob (sha256);
alter table documents.document add constraint document_unit_known foreign key (unit_id) references identity.unit (id);
alter table documents.document add constraint document_owner_known foreign key (owner_id) references identity.person (id);
alter table documents.document add constraint document_adder_known foreign key (added_by) references identity.person (id);
-- Lists of a file go by id, newest first: the primary key serves them. This one finds who still needs a content.
create index document_by_content on documents.document (sha256);
`
