// A request may end in one that came by another id of the same merged file. Then its key is both ids, and a foreign key
// would reach over files; of one merged within its own id nothing is written.
export const sql = `
alter table service.request drop constraint request_merged_into;
alter table service.request add column merged_into_file uuid;
alter table service.request_event add column merged_into_file uuid;
`
