// Accounts take the rights of the file that they are read in as they are when it moves; which version those were of says nothing more.
export const sql = `
alter table sales.account drop column file_version;
`
