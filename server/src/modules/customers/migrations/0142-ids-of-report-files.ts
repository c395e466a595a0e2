// By which ids the rows of a file came: its own, and those of what was merged into it. Reports that follow a customer
// through other tables read all of them.
export const sql = `
create view customers.report_file_id as
select c.customer_id, c.customer_id as id, c.unit_id, c.owner_id, 'internal'::text as access_class, c.created_at
from customers.customer c where not c.gone
union all
select m.merged_into, m.customer_id, m.unit_id, m.owner_id, 'internal'::text, m.created_at
from customers.customer m where m.merged_into is not null;
`
