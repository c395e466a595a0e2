const ofRequest = ['request_event', 'holding', 'exchange', 'wait', 'resolution', 'service_part', 'request_document']

export const sql = `
alter table service.request add constraint request_of_unit foreign key (unit_id) references identity.unit (id);
alter table service.request add constraint request_of_owner foreign key (owner_id) references identity.person (id);
alter table service.request add constraint request_merged_into
  foreign key (customer_id, merged_into_id) references service.request (customer_id, id);

-- A list in each order, under each scope, and within each filter.
create index request_by_reported on service.request (reported_at desc, id desc);
create index request_by_updated on service.request (updated_at desc, id desc);
create index request_by_priority on service.request (priority_rank, reported_at, id);
create index request_by_unit on service.request (unit_id, reported_at desc, id desc);
create index request_by_owner on service.request (owner_id, reported_at desc, id desc);
create index request_by_topic on service.request (topic_id, reported_at desc, id desc);
create index request_by_product on service.request (product_id, reported_at desc, id desc);
create index request_by_status on service.request (status, reported_at desc, id desc);
create index request_of_customer on service.request (customer_id, reported_at desc, id desc);
create index request_unfinished on service.request (reported_at desc, id desc) where status in ('new', 'open', 'waiting');
-- The queue of whoever works: most urgent first.
create index request_unfinished_by_priority on service.request (priority_rank, reported_at, id) where status in ('new', 'open', 'waiting');
create index request_search on service.request using gin (search_spaced gin_trgm_ops, search_joined gin_trgm_ops);
create index request_merged on service.request (customer_id, merged_into_id) where merged_into_id is not null;
-- Periods of the indicators: what was resolved, what was answered.
create index request_by_resolved on service.request (resolved_at) where resolved_at is not null;
-- Which stored clocks a changed day touches: those that still ran on it.
create index request_by_clocks_end on service.request (greatest(first_response_at, resolved_at), id);

${ofRequest
  .map(
    (table) => `alter table service.${table} add constraint ${table}_of_request
  foreign key (customer_id, request_id) references service.request (customer_id, id);`,
  )
  .join('\n')}

alter table service.request_event add constraint request_event_by_person foreign key (person_id) references identity.person (id);
alter table service.request_event add constraint request_event_in_unit foreign key (unit_id) references identity.unit (id);
alter table service.request_event add constraint request_event_to_person foreign key (to_person_id) references identity.person (id);
alter table service.request_event add constraint request_event_to_unit foreign key (to_unit_id) references identity.unit (id);
create index request_event_of_request on service.request_event (customer_id, request_id, at, sequence);
create unique index request_event_imported_once on service.request_event (customer_id, request_id, import_key) where import_key is not null;

${['holding', 'exchange', 'wait', 'resolution', 'service_part'].map((table) => `create index ${table}_of_request on service.${table} (customer_id, request_id, position);`).join('\n')}
create index holding_by_person on service.holding (person_id, starts_at);
create index resolution_by_moment on service.resolution (at);
create index resolution_by_person on service.resolution (person_id, at);
create index exchange_by_moment on service.exchange (employee_at);
create unique index request_document_once on service.request_document (customer_id, request_id, document_id);
`
