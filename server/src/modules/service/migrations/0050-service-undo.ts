export const sql = `
-- Of an event that takes another back: which.
alter table service.request_event add column undoes uuid;
`
