// What the list is narrowed by stands beside its order: a rare kind, or one person among many units, is looked for in the
// index alone, and not by fetching every row on the way.
const [newest, beside] = ['started_at desc, id desc', 'customer_id, kind, direction']
export const sql = `
drop index interactions.interaction_newest;
drop index interactions.interaction_by_owner;
drop index interactions.interaction_by_unit;
create index interaction_newest on interactions.interaction (${newest}) include (${beside}, unit_id, owner_id);
create index interaction_by_owner on interactions.interaction (owner_id, ${newest}) include (${beside}, unit_id);
create index interaction_by_unit on interactions.interaction (unit_id, ${newest}) include (${beside}, owner_id);
`
