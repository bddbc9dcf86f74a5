-- How often all sign-ins of an account have been ended, as by a new password: a session remembers the number it began with.
alter table users add column sign_in_generation integer not null default 0;

-- Whom an OpenID provider knows an account's owner as.
create table external_identities (
  issuer        text        not null,
  subject       text        not null,
  user_id       bigint      not null references users on delete cascade,
  first_seen_at timestamptz not null,
  primary key (issuer, subject)
);
create index external_identities_user on external_identities (user_id);
