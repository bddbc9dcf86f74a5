-- What Telegram calls the same file for ever, unlike its file_id: an edit of the message with another one brings another file.
-- Null for files from the site, and for those that came before this column.
alter table attachments add column telegram_unique_id text;
