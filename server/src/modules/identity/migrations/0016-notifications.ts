// What each person is told of: a line for them alone, with the rights of the thing that it is about as they are by now.
export const sql = `
create table identity.notification (
  id uuid primary key,
  person_id uuid not null,
  kind text not null,
  at timestamptz not null,
  times int not null,
  by_person_id uuid,
  permission text not null,
  unit_id uuid,
  owner_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  label text not null,
  title text,
  title_class text not null,
  outcome text,
  read_at timestamptz
);
select platform.place('identity.notification', 'local');
alter table identity.notification add constraint notification_of_person foreign key (person_id) references identity.person (id);
create index notification_by_moment on identity.notification (person_id, at desc, id desc);
create index notification_unread on identity.notification (person_id, at desc, id desc) where read_at is null;
create index notification_by_subject on identity.notification (subject_id, person_id);
create index notification_by_age on identity.notification (at);

create table identity.notification_setting (
  person_id uuid primary key,
  channels jsonb not null,
  quiet text not null,
  quiet_from text not null,
  quiet_to text not null,
  paused_until timestamptz,
  constraint notification_setting_quiet_known check (quiet in ('never', 'outside-work', 'hours'))
);
select platform.place('identity.notification_setting', 'local');
alter table identity.notification_setting
  add constraint notification_setting_of_person foreign key (person_id) references identity.person (id);
`
