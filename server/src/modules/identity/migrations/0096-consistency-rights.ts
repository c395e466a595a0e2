// Those who come with the product and manage everything also say what should not be, and see what goes with what.
export const sql = `
update identity.role set grants = grants || jsonb_build_object('customers.consistency', 'all')
  where built_in and grants ? 'identity.manage' and grants ? 'customers.write';
update identity.role set grants = grants || jsonb_build_object('kpi.relations', 'all')
  where built_in and grants ? 'identity.manage' and grants ? 'kpi.read';
`
