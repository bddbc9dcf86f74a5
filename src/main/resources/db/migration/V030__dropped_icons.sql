-- UNKNOWN: Telegram asked to wait when the icon was to be set, so that it may show any state. It is set later, whichever node is there then.
alter table operator_topics drop constraint operator_topics_icon_check;
alter table operator_topics add constraint operator_topics_icon_check check (icon in ('OPEN', 'WAITING', 'CLOSED', 'UNKNOWN'));
