// Administrators who come with the product may remove, erase and copy files; others are given these rights by them.
export const sql = `
update identity.role set grants = grants || '{"customers.delete": "all", "customers.erase": "all", "customers.copy": "all"}'
  where built_in and grants ? 'identity.manage';
`
