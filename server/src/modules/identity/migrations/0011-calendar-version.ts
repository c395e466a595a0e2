// Changes with every change of a rule, an exception or a unit: processes keep compiled calendars by it.
export const sql = `
create table identity.calendar_version (
  id int primary key,
  version uuid not null,
  constraint calendar_version_is_single check (id = 1)
);
select platform.place('identity.calendar_version', 'reference');
`
