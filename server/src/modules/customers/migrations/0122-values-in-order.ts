// Lists in the order of an own field: numbers and days stand in theirs already, short texts by a key in the order of the
// alphabet, as names have one. What is there is given its key as the rules of display names make it.
const alphabet = 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'
const madda = '\ue000'
const letters = madda + alphabet
const places = Array.from(letters, (_, index) => String.fromCharCode(0x0e01 + index)).join('')
export const sql = `
alter table customers.field_value add column sort_text text collate "C";
update customers.field_value v
set sort_text = left(translate(platform.fold_spaced(replace(replace(v.value #>> '{}', 'آ', '${madda}'), 'ا\u0653', '${madda}')), '${letters}', '${places}'), 60)
from customers.field f where f.id = v.field_id and f.type = 'text';
create index field_value_by_text on customers.field_value (field_id, sort_text, customer_id) where sort_text is not null;
`
