-- An answer that its operator has withdrawn; the text is kept for the export.
alter table support_messages drop constraint support_messages_delivery_check;
alter table support_messages add constraint support_messages_delivery_check
  check (delivery in ('WAITING', 'HELD', 'DELIVERED', 'FAILED', 'WITHDRAWN'));

-- When its author changed the text last; pending: it was on its way, so that the other side is to see the change when it has arrived.
alter table support_messages add column edited_at timestamptz;
alter table support_messages add column edit_pending boolean not null default false;

-- The earlier texts of a message.
create table message_versions (
  id                 bigint      generated always as identity primary key,
  support_message_id bigint      not null references support_messages on delete cascade,
  text               text        not null,
  entities           text,
  replaced_at        timestamptz not null
);
create index message_versions_message on message_versions (support_message_id);

-- The files of a withdrawn answer, which the user may no longer open.
alter table attachments add column withdrawn boolean not null default false;

-- Changes of messages that Telegram has.
alter table deliveries drop constraint deliveries_purpose_check;
alter table deliveries add constraint deliveries_purpose_check
  check (purpose in ('NOTICE', 'ANSWER', 'WORD', 'RECEIPT', 'EDIT', 'ERASURE'));
