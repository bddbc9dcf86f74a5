-- The order in which messages leave for a chat: by turn, then by id. A user's further messages to the operators stand in the queue as
-- if each had come half a minute after the one before, so that somebody who writes a hundred does not keep the others waiting; the order
-- of each user is kept. Everything else that leaves for a chat keeps the order in which it came.
alter table deliveries add column flow bigint not null default 0;             -- whose notices: the user's id; 0 for all else
alter table deliveries add column turn timestamptz not null default now();

create index deliveries_flow on deliveries (chat_id, flow, turn) where state = 'WAITING';
drop index deliveries_waiting;
create index deliveries_waiting on deliveries (chat_id, turn, id) where state = 'WAITING';
drop index deliveries_waiting_notices;
create index deliveries_waiting_notices on deliveries (chat_id, turn, id) where state = 'WAITING' and purpose = 'NOTICE';

create function deliveries_take_turn() returns trigger language plpgsql as $$
declare
  previous timestamptz;
begin
  if new.purpose = 'NOTICE' then
    new.flow := coalesce((select user_id from support_messages where id = new.support_message_id), 0);
  end if;
  select max(turn) into previous from deliveries
    where chat_id = new.chat_id and flow = new.flow and state = 'WAITING';
  new.turn := case
    when previous is null then clock_timestamp()
    when new.part > 1 then previous                                           -- the parts of a message stay together
    when new.flow = 0 then greatest(clock_timestamp(), previous)
    else greatest(clock_timestamp(), previous + interval '30 seconds')
  end;
  return new;
end
$$;

create trigger deliveries_take_turn before insert on deliveries for each row execute function deliveries_take_turn();
