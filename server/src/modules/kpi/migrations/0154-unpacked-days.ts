// Days with so many records that they are not packed: whoever asks about them is answered from the facts.
export const sql = `
create table kpi.unpacked_day (day date primary key);
select platform.place('kpi.unpacked_day', 'local');
`
