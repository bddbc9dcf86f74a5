-- The buttons under a text of the bot (InlineKeyboardMarkup).
alter table deliveries add column reply_markup text;
