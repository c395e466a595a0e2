export const sql = `
-- Periods of the indicators: what was closed without having been resolved, or resolved again.
create index request_closed_unresolved on service.request (closed_at) where closed_at is not null and (resolved_at is null or reopened_count > 0);
`
