export const sql = `
create schema catalogue;

create table catalogue.product (
  id uuid primary key,
  name text not null,
  name_key text not null,
  code text,
  code_key text,
  active boolean not null,
  version int not null,
  created_at timestamptz not null
);
select platform.place('catalogue.product', 'reference');
create unique index product_name_unique on catalogue.product (name_key);
create unique index product_code_unique on catalogue.product (code_key) where code_key is not null;

create table catalogue.topic (
  id uuid primary key,
  name text not null,
  name_key text not null,
  parent_id uuid,
  active boolean not null,
  version int not null,
  created_at timestamptz not null
);
select platform.place('catalogue.topic', 'reference');
alter table catalogue.topic add constraint topic_of_parent foreign key (parent_id) references catalogue.topic (id);
create unique index topic_name_unique on catalogue.topic (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), name_key);
create index topic_by_name on catalogue.topic (name_key);
create index topic_by_parent on catalogue.topic (parent_id);
`
