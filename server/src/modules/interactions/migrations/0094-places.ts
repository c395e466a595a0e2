// Where somebody was met and where things went, and which number was not the customer's: what is fixed in a file is compared with it.
export const sql = `
alter table interactions.interaction add column city_id int;
alter table interactions.interaction add column wrong_number text;
alter table interactions.interaction add constraint interaction_city_known foreign key (city_id) references customers.city (id);
alter table interactions.interaction drop constraint interaction_kind_known;
alter table interactions.interaction add constraint interaction_kind_known check (kind in ('call', 'visit', 'message', 'note', 'parcel'));
`
