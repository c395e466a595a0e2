// What imports did to one file is found by the file, when its person is to be erased.
export const sql = `
create index import_file_of_customer on integrations.import_file (customer_id);
`
