-- How a text from Telegram is laid out: a JSON array of Telegram's MessageEntity, offsets in UTF-16 units.
alter table support_messages add column entities text;
