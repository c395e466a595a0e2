// Lines of the trail that tell of no customer are looked through when somebody is erased, beside many more that do.
export const sql = `
create index audit_entry_of_nobody on identity.audit_entry (action, id) where customer_id is null;
`
