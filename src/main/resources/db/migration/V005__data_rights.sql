-- ERASURE takes messages of ours back; its text is their ids, comma between, and the row goes when it is done.
alter table deliveries drop constraint deliveries_purpose_check;
alter table deliveries add constraint deliveries_purpose_check
  check (purpose in ('NOTICE', 'ANSWER', 'WORD', 'RECEIPT', 'ERASURE'));
-- All that Telegram made of a delivery, comma between: an album has several. Null for what left before this version.
alter table deliveries add column telegram_message_ids text;
-- The message that a word of ours tells of: they are forgotten together.
alter table deliveries add column about_message_id bigint references support_messages on delete cascade;
create index deliveries_about on deliveries (about_message_id) where about_message_id is not null;
-- For SUPPORT_RETENTION_DAYS.
create index support_messages_age on support_messages (created_at);
