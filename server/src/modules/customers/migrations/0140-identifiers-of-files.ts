// By which keys other systems know a file is asked when files are merged, restored or erased.
export const sql = `
create index identifier_of_customer on customers.identifier (customer_id);
`
