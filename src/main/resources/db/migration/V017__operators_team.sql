-- Who wrote an answer, and the name under which the user sees it; null for answers from before this script.
alter table support_messages add column operator_id bigint;      -- Telegram's user id; that of Telegram's own bot for an anonymous administrator
alter table support_messages add column operator_name text check (char_length(operator_name) <= 200);
alter table support_messages add column signature text check (char_length(signature) <= 200);
create index support_messages_operator on support_messages (operator_id, created_at) where operator_id is not null;

-- What the operators have decided about a user's conversation; no row: nothing yet.
create table conversations (
  user_id        bigint      primary key references users on delete cascade,
  closed_through bigint,     -- id of the last message when it was closed; any later message opens it
  owner_id       bigint,     -- Telegram's user id of the operator who has it
  owner_name     text        check (char_length(owner_name) <= 200),
  owned_since    timestamptz
);

-- What operators tell each other about a user; never sent to the user.
create table conversation_notes (
  id            bigint      generated always as identity primary key,
  user_id       bigint      not null references users on delete cascade,
  chat_id       bigint      not null,  -- the message in the operators' chat
  message_id    bigint      not null,
  album         text,                  -- its media_group_id
  operator_id   bigint      not null,
  operator_name text        check (char_length(operator_name) <= 200),
  text          text        not null,
  created_at    timestamptz not null,
  edited_at     timestamptz,
  unique (chat_id, message_id)
);
create index conversation_notes_user on conversation_notes (user_id, id);
create index conversation_notes_album on conversation_notes (chat_id, album) where album is not null;
create index conversation_notes_age on conversation_notes (created_at);
