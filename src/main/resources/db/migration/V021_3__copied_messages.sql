-- Locations, contacts, polls and the like: the text is a card for the site, and Telegram copies the message itself.
alter table support_messages add column copied boolean not null default false;
alter table deliveries add column copy_chat_id bigint;     -- the message that is copied; null: text or files are sent
alter table deliveries add column copy_message_id bigint;
