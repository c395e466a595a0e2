// Who knows a topic is asked when work is evened out: counted along this, and not out of all that was resolved.
export const sql = `
create index request_by_resolver on service.request (resolved_by, topic_id, resolved_at) where resolved_by is not null and topic_id is not null;
`
