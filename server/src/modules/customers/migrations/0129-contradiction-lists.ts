// Lists of what is open and of what is settled, each in its order: over all, of one unit, of one person.
export const sql = `
drop index customers.contradiction_newest;
drop index customers.contradiction_by_unit;
drop index customers.contradiction_by_owner;
create index contradiction_open on customers.contradiction (opened_at desc, id desc) where state = 'open';
create index contradiction_open_of_unit on customers.contradiction (unit_id, opened_at desc, id desc) where state = 'open';
create index contradiction_open_of_owner on customers.contradiction (owner_id, opened_at desc, id desc) where state = 'open';
create index contradiction_settled on customers.contradiction (opened_at desc, id desc) where state <> 'open';
create index contradiction_settled_of_unit on customers.contradiction (unit_id, opened_at desc, id desc) where state <> 'open';
create index contradiction_settled_of_owner on customers.contradiction (owner_id, opened_at desc, id desc) where state <> 'open';
`
