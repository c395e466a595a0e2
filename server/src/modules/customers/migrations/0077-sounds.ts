// A slip of the hand is looked up by how words sound. Files that are there get the sounds of their words as they are
// parted; each gets all of them when it is next written.
export const sql = `
alter table customers.search_row add column sounds text[] collate "C";
update customers.search_row set sounds = string_to_array(regexp_replace(translate(spaced, 'صثذضظطحغع', 'سسزززتهقا'), '(.)\\1+', '\\1', 'g'), ' ')
  where source = 'name' and spaced <> '';
create index search_row_by_sound on customers.search_row using gin (sounds) where sounds is not null;
`
