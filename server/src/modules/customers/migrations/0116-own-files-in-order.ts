// «My customers», by name and by age: found in their order, whoever else has how many.
export const sql = `
drop index customers.customer_by_owner;
create index customer_by_owner on customers.customer (owner_id, sort_name, customer_id) include (unit_id, kind, provisional, province_id) where not gone;
create index customer_by_owner_and_age on customers.customer (owner_id, created_at, customer_id) include (unit_id, kind, provisional, province_id) where not gone;
`
