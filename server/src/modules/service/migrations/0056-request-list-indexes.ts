export const sql = `
-- Lists in the order of change are read unit by unit and owner by owner, as those in the order of report are.
create index request_by_unit_updated on service.request (unit_id, updated_at desc, id desc);
create index request_by_owner_updated on service.request (owner_id, updated_at desc, id desc);
-- What nobody holds is little, and new: an order from the oldest on would walk past everything else first.
create index request_held_by_nobody on service.request (unit_id, reported_at, id) where owner_id is null;
`
