// Own fields came with a right of their own: whoever administers the organisation and its files has it from now on,
// in roles that came with the product and in those that the organisation made.
export const sql = `
update identity.role set grants = grants || '{"customers.fields": "all"}'
  where grants ? 'identity.manage' and grants ? 'customers.manage' and grants ? 'customers.write' and not grants ? 'customers.fields';
`
