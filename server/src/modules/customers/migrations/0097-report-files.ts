// What reports may read of files: what they are, and in which classes they stand; each with its rights.
export const sql = `
create view customers.report_file as
select c.customer_id, c.unit_id, c.owner_id, 'internal'::text as access_class, c.kind, c.province_id, c.provisional, c.source_kind, c.gender,
  c.birth_date, c.custom, c.created_at,
  exists (select from customers.access_point p where p.customer_id = c.customer_id and p.kind = 'email') as has_email,
  exists (select from customers.access_point p where p.customer_id = c.customer_id and p.kind = 'mobile') as has_mobile
from customers.customer c where not c.gone;

create view customers.report_file_class as
select f.customer_id, c.unit_id, c.owner_id, f.access_class, f.scheme_id, s.name as scheme_name, f.class_id, k.name as class_name
from customers.file_class f
join customers.customer c on c.customer_id = f.customer_id
join customers.scheme s on s.id = f.scheme_id
join customers.scheme_class k on k.id = f.class_id
where not c.gone and s.active;

comment on table customers.customer is 'fixed: what time has little effect on (C2)';
comment on table customers.access_point is 'fixed: how the customer is reached';
comment on table customers.provenance is 'fixed: where fixed values come from and what they were';
comment on table customers.timeline_entry is 'operational: what arises between customer and organisation over time (C2)';
`
