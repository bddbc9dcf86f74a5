-- The topic of each user in the operators' forum; user 0: the desk's own, for what it cannot write into General.
create table operator_topics (
  chat_id        bigint      not null,
  user_id        bigint      not null,
  name           text        not null,  -- as it was given to Telegram, which reports the name of a new topic
  thread_id      bigint,                -- message_thread_id; null while there is none
  requested_at   timestamptz,           -- Telegram was asked to create it, and has not answered
  requests       integer     not null default 0, -- how often it was asked in vain
  lost_thread_id bigint,                -- the one before, which was deleted
  avoided_until  timestamptz,           -- nothing is sent there meanwhile, because Telegram refused it
  primary key (chat_id, user_id)
);
create unique index operator_topics_thread on operator_topics (chat_id, thread_id) where thread_id is not null;
create index operator_topics_user on operator_topics (user_id);

-- Whose topic a delivery goes to if its chat is a forum.
alter table deliveries add column topic_user_id bigint;

-- A topic that is deleted because its user was erased.
alter table deliveries drop constraint deliveries_purpose_check;
alter table deliveries add constraint deliveries_purpose_check
  check (purpose in ('NOTICE', 'ANSWER', 'WORD', 'RECEIPT', 'EDIT', 'ERASURE', 'TOPIC_ERASURE'));
