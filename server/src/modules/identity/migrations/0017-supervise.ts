// Those who come with the product and plan the work of others: what they see of requests they may now supervise.
export const sql = `
update identity.role set grants = grants || jsonb_build_object('service.supervise', grants -> 'service.read')
  where built_in and grants ? 'identity.calendar' and grants ? 'service.read';
`
