// What is under way in one unit or in one person's hands, the most urgent first: the list that a day begins with.
export const sql = `
create index request_unfinished_of_unit on service.request (unit_id, priority_rank, reported_at, id) where status in ('new', 'open', 'waiting');
create index request_unfinished_of_owner on service.request (owner_id, priority_rank, reported_at, id) where status in ('new', 'open', 'waiting');
`
