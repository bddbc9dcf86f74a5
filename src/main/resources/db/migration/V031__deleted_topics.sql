-- To find the user of a deleted topic, for messages that were written there before its deletion.
create index operator_topics_lost on operator_topics (chat_id, lost_thread_id) where lost_thread_id is not null;
