-- Support accepts no messages from this user: since when, until when (null: until /unblock), and who decided so (null: an anonymous administrator).
alter table users add column blocked_at timestamptz;
alter table users add column blocked_until timestamptz;
alter table users add column blocked_by text check (char_length(blocked_by) <= 200);
create index users_blocked on users (blocked_at) where blocked_at is not null;

-- What blocked users write while they are not told (SUPPORT_BLOCK_TOLD=false) is HELD until the block ends.
create index support_messages_kept_back on support_messages (user_id) where not is_from_admin and delivery = 'HELD';
