// A document is found by the words of its title and of its file's name. A blank stands before the first, so that words
// may be looked for where words begin.
export const sql = `
alter table documents.document add column found_spaced text collate "C" not null default '';
alter table documents.document add column found_joined text collate "C" not null default '';
update documents.document set
  found_spaced = ' ' || platform.fold_spaced(left(concat_ws(' ', title, name), 500)),
  found_joined = platform.fold_joined(left(concat_ws(' ', title, name), 500));
alter table documents.document alter column found_spaced drop default;
alter table documents.document alter column found_joined drop default;
create index document_found_beginning on documents.document (found_spaced, customer_id, id);
create index document_found_spaced on documents.document using gin (found_spaced gin_trgm_ops);
create index document_by_unit on documents.document (unit_id);
create index document_by_owner on documents.document (owner_id);
create index document_found_joined on documents.document using gin (found_joined gin_trgm_ops);
`
