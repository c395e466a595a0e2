// Lists and counts of one kind of customer, of one province, or of both: few among many others.
export const sql = `
create index customer_by_kind_and_province on customers.customer (kind, province_id) include (unit_id, owner_id, provisional) where not gone;
`
