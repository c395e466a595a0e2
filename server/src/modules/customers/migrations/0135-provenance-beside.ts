// Tags, bank accounts, relations and business facts know their sources too. Those that are there already came as their
// rows say; of the business facts nothing is known but that they came with the file.
export const sql = `
alter table customers.provenance add column other_id uuid;

insert into customers.provenance (customer_id, id, field, access_class, value, source_kind, recorded_by, from_at)
select f.customer_id, f.id, 'tags.' || f.tag_id, f.access_class, jsonb_build_object('tag', t.name, 'tagEn', t.name_en, 'note', f.note),
  case when f.added_by is not null then 'form' end, f.added_by, f.added_at
from customers.file_tag f join customers.tag t on t.id = f.tag_id;

insert into customers.provenance (customer_id, id, field, access_class, value, source_kind, recorded_by, from_at)
select a.customer_id, a.id, 'accounts.' || a.id, 'financial',
  jsonb_build_object('account', a.kind, 'last', right(a.value, 4), 'holder', a.holder, 'note', a.note, 'primary', a.is_primary),
  case when a.added_by is not null then 'form' end, a.added_by, a.added_at
from customers.bank_account a;

insert into customers.provenance (customer_id, id, field, access_class, value, source_kind, recorded_by, from_at, other_id)
select r.customer_id, r.id, 'relations.' || r.id, 'internal',
  jsonb_build_object('relation', case r.side when 'a' then k.b_fa else k.a_fa end, 'relationEn', case r.side when 'a' then k.b_en else k.a_en end,
    'role', r.role, 'startedOn', r.started_on, 'endedOn', r.ended_on, 'note', r.note),
  case when r.created_by is not null then 'form' end, r.created_by, r.created_at, r.other_id
from customers.relation r join customers.relation_kind k on k.id = r.kind_id;

insert into customers.provenance (customer_id, id, field, access_class, value, from_at)
select b.customer_id, md5(b.customer_id::text || v.field)::uuid, v.field, 'internal', v.value, c.created_at
from customers.business b join customers.customer c on c.customer_id = b.customer_id
  cross join lateral (values ('business.marketerId', to_jsonb(b.marketer_id)), ('business.referrer', to_jsonb(b.referrer))) v (field, value)
where v.value is not null;
`
