-- What keeps messages from leaving until somebody mends it; one row an alarm, shared by all nodes.
create table delivery_alarms (
  chat_id bigint      primary key, -- the chat that is closed to the bot; 0 when the bot's token is refused, which closes all
  since   timestamptz not null,
  seen_at timestamptz not null,    -- renewed by every further attempt, so that an alarm nobody can lift any more ends by itself
  reason  text        not null
);
