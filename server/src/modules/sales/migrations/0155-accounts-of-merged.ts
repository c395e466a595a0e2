// Accounts take the rights of the file that they are read in as they are when it moves; which version those were of says nothing more.
export const sql = `
alter table sales.account drop column file_version;
update sales.account a set unit_id = s.unit_id, owner_id = s.owner_id
from customers.customer c join customers.customer s on s.customer_id = c.merged_into
where a.customer_id = c.customer_id and (a.unit_id, a.owner_id) is distinct from (s.unit_id, s.owner_id);
update sales.cheque q set unit_id = a.unit_id, owner_id = a.owner_id from sales.account a
where q.customer_id = a.customer_id and a.id = a.customer_id and (q.unit_id, q.owner_id) is distinct from (a.unit_id, a.owner_id);
`
