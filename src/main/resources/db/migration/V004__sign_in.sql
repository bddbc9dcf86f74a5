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

-- Since when an address is known to be its account's; null: nobody has followed the link yet.
alter table users add column email_confirmed_at timestamptz;

-- The last letter of a kind to an account. It waits while due_at is set; its link works until it is used (the row goes) or runs out.
create table account_letters (
  user_id     bigint      not null references users on delete cascade,
  purpose     text        not null check (purpose in ('CONFIRM', 'RESET')),
  asked_at    timestamptz not null,
  due_at      timestamptz,
  attempts    integer     not null default 0,
  token_hash  text        unique,              -- SHA-256, made when the letter is sent: the token itself is never stored
  valid_until timestamptz,
  primary key (user_id, purpose),
  check ((token_hash is null) = (valid_until is null))
);
create index account_letters_due on account_letters (due_at) where due_at is not null;
