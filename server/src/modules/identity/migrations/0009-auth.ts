// The tables of the sign-in library, as it prints them, in a schema of their own.
export const sql = `
create schema auth;

create table auth."user" (
  "id" uuid primary key,
  "name" text not null,
  "email" text not null constraint user_email_unique unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "username" text constraint user_username_unique unique,
  "displayUsername" text
);
select platform.place('auth."user"', 'reference');

create table auth."session" (
  "id" uuid primary key,
  "expiresAt" timestamptz not null,
  "token" text not null constraint session_token_unique unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null
);
select platform.place('auth."session"', 'local');

create table auth."account" (
  "id" uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
select platform.place('auth."account"', 'local');

create table auth."verification" (
  "id" uuid primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
select platform.place('auth."verification"', 'local');

alter table auth."session" add constraint session_of_user foreign key ("userId") references auth."user" ("id") on delete cascade;
alter table auth."account" add constraint account_of_user foreign key ("userId") references auth."user" ("id") on delete cascade;
create index session_by_user on auth."session" ("userId");
create index account_by_user on auth."account" ("userId");
create index verification_by_identifier on auth."verification" ("identifier");
`
