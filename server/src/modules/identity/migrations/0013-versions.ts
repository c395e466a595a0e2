// People, units and roles are edited by several hands: each carries the version that an edit began from.
export const sql = `
alter table identity.person add column version int not null default 1;
alter table identity.unit add column version int not null default 1;
alter table identity.role add column version int not null default 1;
`
