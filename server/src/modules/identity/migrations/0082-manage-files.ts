// Those who come with the product and manage everything manage what files are described by, too.
export const sql = `
update identity.role set grants = grants || jsonb_build_object('customers.manage', 'all')
  where built_in and grants ? 'identity.manage' and grants ? 'customers.write';
`
