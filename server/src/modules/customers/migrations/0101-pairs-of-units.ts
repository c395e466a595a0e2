// A pair stands under the rights of its first file as well, so that the pairs of a unit are found in their order
// without walking past those of all others.
export const sql = `
alter table customers.duplicate_pair add column unit_id uuid;
alter table customers.duplicate_pair add column owner_id uuid;
update customers.duplicate_pair p set unit_id = c.unit_id, owner_id = c.owner_id from customers.customer c where c.customer_id = p.customer_id;
create index duplicate_pair_of_unit on customers.duplicate_pair (state, unit_id, score, customer_id, id);
create index duplicate_pair_of_unit_plain on customers.duplicate_pair (state, unit_id, plain_score, customer_id, id);
create index duplicate_pair_of_owner on customers.duplicate_pair (state, owner_id, score, customer_id, id);
create index duplicate_pair_of_owner_plain on customers.duplicate_pair (state, owner_id, plain_score, customer_id, id);
`
