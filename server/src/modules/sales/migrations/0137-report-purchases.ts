// What customers bought, for figures over all of them: invoices that count, and returns as their negative.
export const sql = `
create view sales.report_purchase as
select e.customer_id, e.id as entry_id, a.unit_id, a.owner_id, 'financial'::text as access_class, e.kind, e.day, e.effect as amount
from sales.entry e join sales.account a on a.customer_id = e.customer_id and a.id = e.customer_id
where e.kind in ('invoice', 'return') and e.effect <> 0;
`
