// Each order of the list of requests is read unit by unit and owner by owner: that of urgency as well.
export const sql = `
create index request_by_unit_priority on service.request (unit_id, priority_rank, reported_at, id);
create index request_by_owner_priority on service.request (owner_id, priority_rank, reported_at, id);
`
