/** What every report view carries of the request: its rights and what a report may be cut by. */
const ofRequest = `r.customer_id, r.id as request_id, r.number, r.subject, r.unit_id, r.owner_id, 'internal'::text as access_class,
  r.topic_id, r.product_id, r.priority, r.channel, r.status, r.reported_at, r.registered_at`

/** A merged request counts in the one it went into; a test never counts. */
const thatCounts = `not r.test and r.status <> 'merged'`

const joined = `join service.request r on r.customer_id = x.customer_id and r.id = x.request_id where ${thatCounts}`

export const sql = `
create view service.report_request as
select ${ofRequest},
  r.registered_by, r.first_response_recorded, r.first_response_at, r.first_response_by,
  r.resolved_at, r.resolved_by, r.closed_at, r.closed_by, r.reopened_count, r.outcome,
  r.exchange_count, r.event_count, r.first_contact, r.first_resolved_at,
  r.response_elapsed_seconds, r.response_working_seconds,
  r.unregistered_elapsed_seconds, r.unregistered_working_seconds,
  r.misrouted_elapsed_seconds, r.misrouted_working_seconds,
  r.queued_elapsed_seconds, r.queued_working_seconds,
  r.held_elapsed_seconds, r.held_working_seconds,
  r.service_elapsed_seconds, r.service_working_seconds,
  r.customer_wait_elapsed_seconds, r.customer_wait_working_seconds
from service.request r where ${thatCounts};

-- Who had it from when to when; \`unit_id\` and \`owner_id\` are rights, not the holder of then.
create view service.report_holding as
select ${ofRequest}, x.id as holding_id, x.position, x.unit_id as held_in_unit_id, x.person_id as held_by,
  x.starts_at as held_from, x.ends_at as held_to, x.reason
from service.holding x ${joined};

create view service.report_exchange as
select ${ofRequest}, x.id as exchange_id, x.position, x.kind, x.customer_at, x.employee_at,
  x.person_id as answered_by, x.unit_id as answered_in_unit_id, x.channel as exchange_channel
from service.exchange x ${joined};

-- Every resolution, and the closing of a request that was never resolved. \`is_last\`: the one that stands in the request.
create view service.report_closure as
select ${ofRequest}, x.id as closure_id, 'resolved'::text as kind, x.at as finished_at, x.person_id as finished_by,
  x.unit_id as finished_in_unit_id, x.outcome, x.reopened_at, x.is_last
from service.resolution x ${joined}
union all
select ${ofRequest}, r.id as closure_id, 'closed'::text as kind, r.closed_at as finished_at, r.closed_by as finished_by,
  r.unit_id as finished_in_unit_id, r.outcome, null::timestamptz as reopened_at, true as is_last
from service.request r where ${thatCounts} and r.closed_at is not null and r.resolved_at is null;

-- Service time by who had it and what it was doing; the parts of a request add up to its service time.
create view service.report_service_part as
select ${ofRequest}, r.resolved_at, x.id as part_id, x.unit_id as held_in_unit_id, x.person_id as held_by, x.state,
  x.elapsed_seconds, x.working_seconds
from service.service_part x ${joined};
`
