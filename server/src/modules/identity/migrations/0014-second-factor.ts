// The second factor: the sign-in library's own table as it prints it, codes that have been used, whom the organisation
// asks for one; and passwords that somebody else set, which hold until the first sign-in.
export const sql = `
alter table auth."user" add column "twoFactorEnabled" boolean not null default false;

create table auth."twoFactor" (
  "id" uuid primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null,
  "verified" boolean not null default true,
  "failedVerificationCount" int not null default 0,
  "lockedUntil" timestamptz
);
select platform.place('auth."twoFactor"', 'local');
alter table auth."twoFactor" add constraint two_factor_of_user foreign key ("userId") references auth."user" ("id") on delete cascade;
create unique index two_factor_by_user on auth."twoFactor" ("userId");
create index verification_by_value on auth."verification" ("value");

create table identity.used_code (
  person_id uuid not null,
  sha256 text not null,
  used_at timestamptz not null,
  primary key (person_id, sha256)
);
select platform.place('identity.used_code', 'local');
create index used_code_by_time on identity.used_code (used_at);

alter table identity.person add column password_due boolean not null default false;

alter table identity.organisation add column second_factor text not null default 'optional';
alter table identity.organisation add constraint organisation_factor_known
  check (second_factor in ('optional', 'managers', 'everyone'));
`
