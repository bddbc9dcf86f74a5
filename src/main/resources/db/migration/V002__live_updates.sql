-- When a message was stored or its delivery state changed last: where a stream of live updates goes on after a break.
-- The default stays for nodes of the version before, which do not name the column.
alter table support_messages add column changed_at timestamptz not null default now();
