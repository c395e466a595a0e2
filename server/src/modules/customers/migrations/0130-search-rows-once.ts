// Most values are found by one key alone: a code, a name of one word. The second key is kept in order only where it is
// another, and in parts only where more than blanks are between the two, as between a telephone's two ways to be dialled.
export const sql = `
drop index customers.search_row_spaced_prefix;
drop index customers.search_row_spaced_parts;
create index search_row_spaced_prefix on customers.search_row (spaced, customer_id, id) include (unit_id, owner_id, access_class) where spaced <> joined;
create index search_row_spaced_parts on customers.search_row using gin (spaced gin_trgm_ops) where joined <> replace(spaced, ' ', '');
`
