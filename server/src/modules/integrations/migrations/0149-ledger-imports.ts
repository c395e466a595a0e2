// Ledgers from accounting programs are imported as customers are.
export const sql = `
alter table integrations.import drop constraint import_kind_known;
alter table integrations.import add constraint import_kind_known check (kind in ('requests', 'customers', 'ledgers'));
`
