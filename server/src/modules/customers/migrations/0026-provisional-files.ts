// Files whose customer is not known yet are few: a list of them would walk past all others first.
export const sql = `
create index customer_provisional on customers.customer (created_at, customer_id) where provisional;
`
