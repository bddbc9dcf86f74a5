-- A question that somebody typed who is not signed in, until it is sent in the name of whoever signs in in the same browser.
create table question_drafts (
  id                 text        primary key check (id ~ '^[0-9a-f]{32}$'), -- part of the path that sends it
  secret_hash        text        not null,     -- SHA-256 of the cookie: only the browser in which it was typed sees it
  address_hash       text        not null,     -- SHA-256 of where it came from, to bound how much one address keeps here
  subject            text,
  message            text        not null,
  submission         text        not null check (char_length(submission) <= 64),
  user_id            bigint      references users on delete cascade, -- for whom alone it is; null: for whoever signs in
  support_message_id bigint      references support_messages on delete cascade, -- what it became
  created_at         timestamptz not null,
  changed_at         timestamptz not null
);
create index question_drafts_address on question_drafts (address_hash);
create index question_drafts_age on question_drafts (changed_at);
create index question_drafts_message on question_drafts (support_message_id) where support_message_id is not null;
create index question_drafts_user on question_drafts (user_id) where user_id is not null;

-- Its files belong to it until they belong to a user.
alter table attachments alter column user_id drop not null;
alter table attachments add column draft_id text references question_drafts on delete set null;
alter table attachments add constraint attachments_owned
  check (user_id is not null or (draft_id is not null and support_message_id is null));
create index attachments_draft on attachments (draft_id) where draft_id is not null;
