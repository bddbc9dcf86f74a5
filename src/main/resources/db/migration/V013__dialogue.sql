-- The number by which users and operators know a question ("#12"): it counts questions, while id counts the rows of both sides.
-- Questions from before this version keep the number that was shown then, which was their id.
alter table support_messages add column question_number bigint;
update support_messages set question_number = id where not is_from_admin;
create unique index support_messages_number on support_messages (question_number) where question_number is not null;
create sequence question_numbers;
select setval('question_numbers', max(question_number)) from support_messages having max(question_number) is not null;

-- Drawn by the insert itself: a round trip less, and nodes of the version before draw it too.
create function number_question() returns trigger language plpgsql as
$$
begin
  new.question_number := nextval('question_numbers');
  return new;
end
$$;
create trigger support_messages_number before insert on support_messages
  for each row when (not new.is_from_admin and new.question_number is null) execute function number_question();

-- Which question an answer is about, and the line of what is answered, for either side. They go with the question.
alter table support_messages add column in_reply_to bigint;
alter table support_messages add column quote text check (char_length(quote) <= 200);
create index support_messages_in_reply_to on support_messages (in_reply_to) where in_reply_to is not null;

-- Telegram messages in the operators' chat whose support messages were deleted: a Reply to one is for nobody, and the desk says so.
create table forgotten_messages (
  chat_id      bigint      not null,
  message_id   bigint      not null,
  forgotten_at timestamptz not null,
  primary key (chat_id, message_id)
);
create index forgotten_messages_age on forgotten_messages (forgotten_at);

-- Triggers, because rows go in several ways: by erasure, by retention and with their account.
create function forget_notices() returns trigger language plpgsql as
$$
begin
  insert into forgotten_messages (chat_id, message_id, forgotten_at)
    select chat_id, message_id, now() from gone on conflict do nothing;
  return null;
end
$$;
create trigger operator_notices_forgotten after delete on operator_notices
  referencing old table as gone for each statement execute function forget_notices();

create function forget_messages() returns trigger language plpgsql as
$$
begin
  insert into forgotten_messages (chat_id, message_id, forgotten_at)
    select distinct origin_chat_id, origin_message_id, now() from gone
    where is_from_admin and origin_chat_id is not null and origin_message_id is not null on conflict do nothing;
  update support_messages m set in_reply_to = null, quote = null from gone where m.in_reply_to = gone.id;
  return null;
end
$$;
create trigger support_messages_forgotten after delete on support_messages
  referencing old table as gone for each statement execute function forget_messages();

-- Hints that were given already, so that nobody reads the same one over and over; what the subject is depends on the kind.
create table given_hints (
  chat_id  bigint      not null,
  kind     text        not null,
  subject  bigint      not null,
  given_at timestamptz not null,
  primary key (chat_id, kind, subject)
);
create index given_hints_age on given_hints (given_at);
create index given_hints_subject on given_hints (subject) where kind in ('NOT_LINKED', 'BLOCKED');

-- A chat's questions leave before the hints that wait for it: the next one is found without reading those.
create index deliveries_waiting_notices on deliveries (chat_id, id) where state = 'WAITING' and purpose = 'NOTICE';
