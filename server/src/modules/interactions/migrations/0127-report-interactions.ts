// What reports may read of calls, visits, messages and parcels; each with its rights.
export const sql = `
create view interactions.report_interaction as
select i.customer_id, i.id as interaction_id, i.unit_id, i.owner_id, 'internal'::text as access_class, i.kind, i.direction, i.channel,
  i.started_at, i.minutes, i.answered
from interactions.interaction i where i.kind <> 'note';
`
