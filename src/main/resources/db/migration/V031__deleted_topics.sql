-- Finds whose topic was deleted, for what was written there before.
create index operator_topics_lost on operator_topics (chat_id, lost_thread_id) where lost_thread_id is not null;
