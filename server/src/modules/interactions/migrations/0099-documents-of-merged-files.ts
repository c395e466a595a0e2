// Where files were merged, a document lies under another id than the interaction that it is attached to: which
// documents may be attached is asked of the documents themselves.
export const sql = `
alter table interactions.interaction_document drop constraint interaction_document_known;
alter table interactions.interaction_document add column id uuid;
update interactions.interaction_document set id = md5(interaction_id::text || document_id::text)::uuid;
alter table interactions.interaction_document alter column id set not null;
alter table interactions.interaction_document drop constraint interaction_document_pkey;
alter table interactions.interaction_document add primary key (customer_id, id);
alter table interactions.interaction_document add constraint interaction_document_once unique (customer_id, interaction_id, document_id);
`
