-- E-mails to people with an account: also one that proves a new address, and one that tells the former address of the change.
alter table account_letters add column address text; -- whom the e-mail goes to; null: the account's own address
alter table account_letters drop constraint account_letters_purpose_check;
alter table account_letters add constraint account_letters_purpose_check
  check (purpose in ('CONFIRM', 'RESET', 'CHANGE', 'CHANGED'));

-- The links of those e-mails. An e-mail that is sent again leaves the links of the earlier ones valid.
create table account_mail_tokens (
  token_hash  text        primary key,         -- SHA-256: the token itself is never stored
  user_id     bigint      not null references users on delete cascade,
  purpose     text        not null check (purpose in ('CONFIRM', 'RESET', 'CHANGE')),
  address     text        not null,            -- where it was sent: it proves this address and no other
  valid_until timestamptz not null
);
create index account_mail_tokens_user on account_mail_tokens (user_id);
create index account_mail_tokens_age on account_mail_tokens (valid_until);
insert into account_mail_tokens (token_hash, user_id, purpose, address, valid_until)
  select l.token_hash, l.user_id, l.purpose, u.email, l.valid_until
  from account_letters l join users u on u.id = l.user_id where l.token_hash is not null;

-- Since when an account that had a password belongs to a realm outside, so that its page can say so.
alter table users add column adopted_at timestamptz;

-- What the linked person is called in Telegram; null until Telegram has said it.
alter table user_telegram_links add column telegram_name text check (char_length(telegram_name) <= 200);
-- The Telegram that was unlinked because its link was older than the proof of the e-mail address.
alter table user_telegram_links add column untied_name text check (char_length(untied_name) <= 200);
alter table user_telegram_links add column untied_linked_at timestamptz;
alter table user_telegram_links add column untied_at timestamptz;
