-- Since when a linked chat can be written to without a break. What was held before is offered to its user; what is held
-- since then has only been forgotten, and is sent by the next sweep.
alter table user_telegram_links add column writable_since timestamptz;
update user_telegram_links set writable_since = now() where telegram_chat_id is not null and blocked_at is null;
