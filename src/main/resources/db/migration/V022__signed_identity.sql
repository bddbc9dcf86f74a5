-- Users for whom a site vouches by signed tokens. Their address is the site's word, so two of them may have the same one, or one that
-- a local account has, and the site may know none.
alter table users add column vouched boolean not null default false;
alter table users add column attributes text check (char_length(attributes) <= 8000); -- JSON: what the site shows to operators
alter table users alter column email drop not null;
alter table users add constraint users_email_known check (email is not null or vouched);
drop index users_email;
create unique index users_email on users (lower(email)) where not vouched;
create index users_vouched_email on users (lower(email)) where vouched;

-- Tokens that have opened a session: each does so once. A row stays until the token is not accepted any more.
create table used_identity_tokens (
  issuer      text        not null,
  token_id    text        not null,
  valid_until timestamptz not null,
  primary key (issuer, token_id)
);
create index used_identity_tokens_age on used_identity_tokens (valid_until);
