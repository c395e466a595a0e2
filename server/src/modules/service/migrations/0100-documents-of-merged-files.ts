// Where files were merged, a document lies under another id than the request that it is attached to: which documents
// may be attached is asked of the documents themselves.
export const sql = `
alter table service.request_document drop constraint request_document_known;
`
