-- Visitors who ask without an account. Their address is only typed until it is confirmed, so several rows may have the same one.
-- "vouched" has meant since V022 that nobody signs in to the row by its address; that is so for guests too, which keeps them out of the
-- unique index and of every look-up by address, on nodes of the version before as well.
alter table users add column guest boolean not null default false check (vouched or not guest);
comment on column users.vouched is 'nobody signs in to this account by its address: it belongs to a user of a site, or to a guest';

create table guest_accounts (
  user_id   bigint      primary key references users on delete cascade,
  form_hash text        not null unique,       -- SHA-256 of the key of the form: sent twice, it makes one guest
  pending   boolean     not null,              -- the question waits until the address is confirmed
  active_at timestamptz not null               -- the last visit or message that is known
);
create index guest_accounts_age on guest_accounts (active_at);

-- What a guest's browser keeps; the links in e-mails are in account_mail_tokens.
create table guest_keys (
  key_hash   text        primary key,          -- SHA-256: the key itself is never stored
  user_id    bigint      not null references users on delete cascade,
  created_at timestamptz not null
);
create index guest_keys_user on guest_keys (user_id);

-- Proofs of work that were accepted: each is so once. A row stays until its challenge has expired.
create table used_challenges (
  nonce       text        primary key,
  valid_until timestamptz not null
);
create index used_challenges_age on used_challenges (valid_until);

-- A question that waits for the confirmation of an address is kept longer than other drafts.
alter table question_drafts add column kept_until timestamptz;

alter table account_letters drop constraint account_letters_purpose_check;
alter table account_letters add constraint account_letters_purpose_check
  check (purpose in ('CONFIRM', 'RESET', 'CHANGE', 'CHANGED', 'GUEST'));
alter table account_mail_tokens drop constraint account_mail_tokens_purpose_check;
alter table account_mail_tokens add constraint account_mail_tokens_purpose_check
  check (purpose in ('CONFIRM', 'RESET', 'CHANGE', 'GUEST'));
