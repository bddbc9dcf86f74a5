-- Topics that were a guest's until an account that had a topic of its own took the guest's conversation along. They are nobody's, and are
-- deleted with the account: what the guest wrote is in them.
create table former_topics (
  chat_id   bigint not null,
  thread_id bigint not null,                -- message_thread_id
  user_id   bigint not null,                -- the account
  primary key (chat_id, thread_id)
);
create index former_topics_user on former_topics (user_id);
