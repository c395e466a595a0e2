// What belongs to a file beside its fields: tags and notes of behaviour, relations to other files, business facts and
// bank accounts. The vocabularies come with a beginning, which each organisation makes its own.
export const sql = `
create table customers.tag (
  id uuid primary key,
  name text not null,
  name_en text,
  name_key text not null,
  tag_group text not null,
  active boolean not null,
  -- Files that have this tag are read as having that one.
  merged_into uuid,
  version int not null,
  constraint tag_group_known check (tag_group in ('temperament', 'tendency', 'interest', 'taste', 'activity', 'general'))
);
select platform.place('customers.tag', 'reference');
alter table customers.tag add constraint tag_merged_into_known foreign key (merged_into) references customers.tag (id);
create unique index tag_named_once on customers.tag (tag_group, name_key);

create table customers.file_tag (
  customer_id uuid not null,
  id uuid not null,
  tag_id uuid not null,
  note text,
  access_class text not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (customer_id, id)
);
select platform.place('customers.file_tag', 'customer_id');
alter table customers.file_tag add constraint file_tag_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table customers.file_tag add constraint file_tag_known foreign key (tag_id) references customers.tag (id);
alter table customers.file_tag add constraint file_tag_adder_known foreign key (added_by) references identity.person (id);
create unique index file_tag_once on customers.file_tag (customer_id, tag_id);
create index file_tag_by_tag on customers.file_tag (tag_id, customer_id);

create table customers.behaviour_note (
  customer_id uuid not null,
  id uuid not null,
  body text not null,
  written_at timestamptz not null,
  written_by uuid,
  changed_at timestamptz,
  version int not null,
  primary key (customer_id, id)
);
select platform.place('customers.behaviour_note', 'customer_id');
alter table customers.behaviour_note add constraint behaviour_note_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table customers.behaviour_note add constraint behaviour_note_writer_known foreign key (written_by) references identity.person (id);

create table customers.relation_kind (
  id uuid primary key,
  key text,
  a_fa text not null,
  a_en text not null,
  b_fa text not null,
  b_en text not null,
  a_kind text,
  b_kind text,
  kinship boolean not null,
  active boolean not null,
  version int not null
);
select platform.place('customers.relation_kind', 'reference');
create unique index relation_kind_keyed_once on customers.relation_kind (key);

-- A relation is a row in each of its two files, of one id, each naming the other.
create table customers.relation (
  customer_id uuid not null,
  id uuid not null,
  other_id uuid not null,
  kind_id uuid not null,
  side text not null,
  role text,
  started_on date,
  ended_on date,
  note text,
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (customer_id, id),
  constraint relation_side_known check (side in ('a', 'b')),
  constraint relation_not_with_itself check (other_id <> customer_id)
);
select platform.place('customers.relation', 'customer_id');
alter table customers.relation add constraint relation_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table customers.relation add constraint relation_of_kind foreign key (kind_id) references customers.relation_kind (id);
alter table customers.relation add constraint relation_maker_known foreign key (created_by) references identity.person (id);
-- The same thing is said once while it lasts.
create unique index relation_said_once on customers.relation (customer_id, other_id, kind_id, side) where ended_on is null;
create index relation_by_kind on customers.relation (kind_id, customer_id);

create table customers.business (
  customer_id uuid not null,
  id uuid not null,
  marketer_id uuid,
  referrer text,
  version int not null,
  primary key (customer_id, id)
);
select platform.place('customers.business', 'customer_id');
alter table customers.business add constraint business_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table customers.business add constraint business_marketer_known foreign key (marketer_id) references identity.person (id);
create unique index business_once_a_file on customers.business (customer_id);
create index business_by_marketer on customers.business (marketer_id, customer_id) where marketer_id is not null;

create table customers.bank_account (
  customer_id uuid not null,
  id uuid not null,
  kind text not null,
  value text not null,
  holder text,
  note text,
  is_primary boolean not null,
  reason text,
  added_at timestamptz not null,
  added_by uuid,
  version int not null,
  primary key (customer_id, id),
  constraint bank_account_kind_known check (kind in ('sheba', 'card'))
);
select platform.place('customers.bank_account', 'customer_id');
alter table customers.bank_account add constraint bank_account_of_customer foreign key (customer_id) references customers.customer (customer_id);
alter table customers.bank_account add constraint bank_account_adder_known foreign key (added_by) references identity.person (id);
create unique index bank_account_once_a_file on customers.bank_account (customer_id, kind, value);

-- Which network a social account is of; who verified a way of reaching, and when; how each consent was given or withdrawn.
alter table customers.access_point add column network text;
alter table customers.access_point add column verified_at timestamptz;
alter table customers.access_point add column verified_by uuid;
alter table customers.access_point add column consent_facts jsonb not null default '{}';

-- Places are the organisation's to edit: what it renamed, closed or merged is not put back by the product's own list.
alter table customers.province add column edited boolean not null default false;
alter table customers.province add column closed boolean not null default false;
alter table customers.county add column edited boolean not null default false;
alter table customers.county add column closed boolean not null default false;
alter table customers.city add column edited boolean not null default false;
alter table customers.city add column closed boolean not null default false;

insert into customers.relation_kind (id, key, a_fa, a_en, b_fa, b_en, a_kind, b_kind, kinship, active, version) values
  ('01990000-0000-7000-8000-000000000100', 'spouse', 'همسر', 'Spouse', 'همسر', 'Spouse', 'person', 'person', true, true, 1),
  ('01990000-0000-7000-8000-000000000101', 'parent', 'پدر یا مادر', 'Parent', 'فرزند', 'Child', 'person', 'person', true, true, 1),
  ('01990000-0000-7000-8000-000000000102', 'sibling', 'خواهر یا برادر', 'Sibling', 'خواهر یا برادر', 'Sibling', 'person', 'person', true, true, 1),
  ('01990000-0000-7000-8000-000000000103', 'relative', 'خویشاوند', 'Relative', 'خویشاوند', 'Relative', 'person', 'person', true, true, 1),
  ('01990000-0000-7000-8000-000000000104', 'employer', 'کارفرما', 'Employer', 'کارمند', 'Employee', null, 'person', false, true, 1),
  ('01990000-0000-7000-8000-000000000105', 'director', 'مدیر', 'Director', 'شرکت زیر مدیریت', 'Company directed', 'person', 'organisation', false, true, 1),
  ('01990000-0000-7000-8000-000000000106', 'agent', 'نماینده', 'Agent', 'نمایندگی‌دهنده', 'Principal', null, null, false, true, 1),
  ('01990000-0000-7000-8000-000000000107', 'parent-company', 'شرکت مادر', 'Parent company', 'شرکت زیرمجموعه', 'Subsidiary', 'organisation', 'organisation', false, true, 1),
  ('01990000-0000-7000-8000-000000000108', 'partner', 'شریک', 'Business partner', 'شریک', 'Business partner', null, null, false, true, 1),
  ('01990000-0000-7000-8000-000000000109', 'marketer', 'بازاریاب', 'Marketer', 'جذب‌شده', 'Customer brought', null, null, false, true, 1),
  ('01990000-0000-7000-8000-000000000110', 'referrer', 'معرف', 'Referrer', 'معرفی‌شده', 'Customer referred', null, null, false, true, 1),
  ('01990000-0000-7000-8000-000000000111', 'liaison', 'رابط', 'Liaison', 'سازمانِ رابط', 'Organisation of the liaison', 'person', 'organisation', false, true, 1);

insert into customers.tag (id, name, name_en, name_key, tag_group, active, version) values
  ('01990000-0000-7000-8000-000000000200', 'کشاورزی، جنگل‌داری و ماهیگیری', 'Agriculture, forestry and fishing', 'کشاورزی، جنگل داری و ماهیگیری', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000201', 'استخراج معدن', 'Mining and quarrying', 'استخراج معدن', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000202', 'تولید صنعتی (ساخت)', 'Manufacturing', 'تولید صنعتی (ساخت)', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000203', 'تأمین برق، گاز و بخار', 'Electricity, gas and steam supply', 'تامین برق، گاز و بخار', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000204', 'آب‌رسانی، پسماند و فاضلاب', 'Water supply, sewerage and waste', 'اب رسانی، پسماند و فاضلاب', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000205', 'ساختمان', 'Construction', 'ساختمان', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000206', 'عمده‌فروشی و خرده‌فروشی', 'Wholesale and retail trade', 'عمده فروشی و خرده فروشی', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000207', 'حمل‌ونقل و انبارداری', 'Transportation and storage', 'حمل ونقل و انبارداری', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000208', 'اقامت و غذا', 'Accommodation and food service', 'اقامت و غذا', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000209', 'نشر، پخش و تولید محتوا', 'Publishing, broadcasting and content', 'نشر، پخش و تولید محتوا', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000210', 'مخابرات، رایانه و اطلاعات', 'Telecommunication, computing and information', 'مخابرات، رایانه و اطلاعات', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000211', 'امور مالی و بیمه', 'Finance and insurance', 'امور مالی و بیمه', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000212', 'املاک و مستغلات', 'Real estate', 'املاک و مستغلات', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000213', 'فعالیت‌های حرفه‌ای، علمی و فنی', 'Professional, scientific and technical', 'فعالیت های حرفه ای، علمی و فنی', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000214', 'خدمات اداری و پشتیبانی', 'Administrative and support services', 'خدمات اداری و پشتیبانی', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000215', 'ادارهٔ امور عمومی و دفاع', 'Public administration and defence', 'اداره امور عمومی و دفاع', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000216', 'آموزش', 'Education', 'اموزش', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000217', 'سلامت و مددکاری اجتماعی', 'Health and social work', 'سلامت و مددکاری اجتماعی', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000218', 'هنر، ورزش و سرگرمی', 'Arts, sports and recreation', 'هنر، ورزش و سرگرمی', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000219', 'سایر خدمات', 'Other services', 'سایر خدمات', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000220', 'خانوارهای کارفرما', 'Households as employers', 'خانوارهای کارفرما', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000221', 'سازمان‌های برون‌مرزی', 'Extraterritorial organisations', 'سازمان های برون مرزی', 'activity', true, 1),
  ('01990000-0000-7000-8000-000000000222', 'صبور', 'Patient', 'صبور', 'temperament', true, 1),
  ('01990000-0000-7000-8000-000000000223', 'عجول', 'Hasty', 'عجول', 'temperament', true, 1),
  ('01990000-0000-7000-8000-000000000224', 'خوش‌برخورد', 'Friendly', 'خوش برخورد', 'temperament', true, 1),
  ('01990000-0000-7000-8000-000000000225', 'کم‌حرف', 'Reserved', 'کم حرف', 'temperament', true, 1),
  ('01990000-0000-7000-8000-000000000226', 'زودرنج', 'Sensitive', 'زودرنج', 'temperament', true, 1),
  ('01990000-0000-7000-8000-000000000227', 'حساس به قیمت', 'Price-conscious', 'حساس به قیمت', 'tendency', true, 1),
  ('01990000-0000-7000-8000-000000000228', 'در پی کیفیت', 'Seeks quality', 'در پی کیفیت', 'tendency', true, 1),
  ('01990000-0000-7000-8000-000000000229', 'وفادار به نشان تجاری', 'Loyal to the brand', 'وفادار به نشان تجاری', 'tendency', true, 1),
  ('01990000-0000-7000-8000-000000000230', 'خرید فصلی', 'Buys in season', 'خرید فصلی', 'tendency', true, 1),
  ('01990000-0000-7000-8000-000000000231', 'ورزش', 'Sports', 'ورزش', 'interest', true, 1),
  ('01990000-0000-7000-8000-000000000232', 'فناوری', 'Technology', 'فناوری', 'interest', true, 1),
  ('01990000-0000-7000-8000-000000000233', 'سفر', 'Travel', 'سفر', 'interest', true, 1),
  ('01990000-0000-7000-8000-000000000234', 'کتاب', 'Books', 'کتاب', 'interest', true, 1),
  ('01990000-0000-7000-8000-000000000235', 'طرح سنتی', 'Traditional design', 'طرح سنتی', 'taste', true, 1),
  ('01990000-0000-7000-8000-000000000236', 'طرح مدرن', 'Modern design', 'طرح مدرن', 'taste', true, 1),
  ('01990000-0000-7000-8000-000000000237', 'رنگ روشن', 'Light colours', 'رنگ روشن', 'taste', true, 1);
`
