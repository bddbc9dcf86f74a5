-- Files of a conversation: sent from the site, or as photos, documents, voice … in Telegram.
create table attachments (
  id                 text        primary key check (id ~ '^[0-9a-f]{32}$'), -- part of its address: cannot be guessed
  user_id            bigint      not null references users on delete cascade, -- whose conversation it belongs to
  support_message_id bigint      references support_messages on delete cascade, -- null until it is sent
  place              integer     not null default 0,  -- its order within the message
  name               text        not null check (char_length(name) between 1 and 120),
  type               text        not null,            -- media type, told by the content and not by the sender
  kind               text        not null check (kind in ('PICTURE', 'DOCUMENT', 'AUDIO', 'VIDEO')),
  form               text        not null check (form in ('PHOTO', 'DOCUMENT', 'AUDIO', 'VIDEO', 'VOICE',
                                                          'VIDEO_NOTE', 'ANIMATION', 'STICKER')), -- how Telegram shows it
  size               bigint      not null check (size >= 0),
  digest             text,                            -- SHA-256 of the content; null until it is here
  state              text        not null check (state in ('READY', 'WAITING', 'TOO_LARGE', 'FAILED')),
  telegram_file_id   text,                            -- what Telegram knows it by, if it came from there
  fetch_at           timestamptz,                     -- when to fetch it from Telegram (again)
  fetch_attempts     integer     not null default 0,
  created_at         timestamptz not null,
  check ((state = 'WAITING') = (fetch_at is not null)),
  check ((state = 'READY') = (digest is not null))
);
create index attachments_message on attachments (support_message_id, place);
create index attachments_user on attachments (user_id);
create index attachments_unsent on attachments (created_at) where support_message_id is null;
create index attachments_waiting on attachments (fetch_at) where state = 'WAITING';

-- Their contents, unless a folder keeps them: in pieces, so that none is ever whole in memory.
create table attachment_pieces (
  attachment_id text    not null references attachments on delete cascade,
  number        integer not null,
  content       bytea   not null,
  primary key (attachment_id, number)
);
alter table attachment_pieces alter column content set storage external; -- pictures and documents are packed already

-- An album comes as several updates and is one message.
alter table support_messages add column origin_album text;
create unique index support_messages_album on support_messages (origin_chat_id, origin_album) where origin_album is not null;

-- A delivery may carry files, and an album waits a moment for its further parts.
alter table deliveries add column files text; -- ids of attachments in their order, comma between
alter table deliveries add column not_before timestamptz;
