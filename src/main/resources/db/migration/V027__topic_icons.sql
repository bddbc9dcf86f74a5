-- The state of the conversation that the icon of a user's topic shows; null: the icon was not set yet.
alter table operator_topics add column icon text check (icon in ('OPEN', 'WAITING', 'CLOSED'));

-- The icon of a topic of the operators' forum.
alter table deliveries drop constraint deliveries_purpose_check;
alter table deliveries add constraint deliveries_purpose_check
  check (purpose in ('NOTICE', 'ANSWER', 'WORD', 'RECEIPT', 'EDIT', 'ERASURE', 'TOPIC_ERASURE', 'TOPIC_ICON'));
