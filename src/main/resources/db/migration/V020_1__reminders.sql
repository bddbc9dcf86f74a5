-- Waits for an answer that the operators were reminded of.
create table conversation_reminders (
  message_id  bigint  primary key references support_messages on delete cascade,  -- the user's first message after the last answer
  minutes     integer not null,  -- the highest value of SUPPORT_REMIND_MINUTES that was reached
  mail_due_at timestamptz        -- when the e-mail about it is to be sent (again); null: none is
);
create index conversation_reminders_mail on conversation_reminders (mail_due_at) where mail_due_at is not null;
