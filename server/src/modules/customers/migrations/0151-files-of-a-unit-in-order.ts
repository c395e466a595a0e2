// The files of a unit in each order of the list: found in it, however old they are and whoever else has how many.
const beside = 'include (owner_id, kind, provisional, province_id) where not gone'
export const sql = `
drop index customers.customer_by_unit;
create index customer_by_unit on customers.customer (unit_id, sort_name, customer_id) ${beside};
create index customer_by_unit_and_age on customers.customer (unit_id, created_at, customer_id) ${beside};
create index customer_by_unit_and_contact on customers.customer (unit_id, last_contact_at, customer_id) ${beside};
create index customer_by_owner_and_contact on customers.customer (owner_id, last_contact_at, customer_id) include (unit_id, kind, provisional, province_id) where not gone;
`
