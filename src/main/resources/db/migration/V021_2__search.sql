-- /find. The configuration "russian" stems words in Latin letters as English. What waits for delivery is indexed when it has been
-- delivered: that changes all index entries of a message anyway, and accepting a message costs nothing more.
create index support_messages_words on support_messages using gin (to_tsvector('russian', text))
  with (gin_pending_list_limit = 512) where delivery <> 'WAITING';
create index conversation_notes_words on conversation_notes using gin (to_tsvector('russian', text))
  with (gin_pending_list_limit = 512);
