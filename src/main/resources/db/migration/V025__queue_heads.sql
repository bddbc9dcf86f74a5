-- The head of a queue is found without reading past what was sent before: until PostgreSQL has cleaned an index, the entries of finished
-- deliveries stand at its beginning, and a chat that gets thousands of messages an hour has thousands of them.

-- Nothing that waits for the chat has an earlier turn; null: unknown. Found at searched_at and trusted for a few seconds only, because a
-- transaction that is still running may add a delivery with an earlier turn.
alter table delivery_lanes add column notices_from timestamptz;
alter table delivery_lanes add column others_from timestamptz;
alter table delivery_lanes add column searched_at timestamptz not null default '-infinity';

-- Users' questions and everything else are two queues of a chat. With an index for each, no statement can choose the wrong one.
drop index deliveries_waiting;
create index deliveries_waiting on deliveries (chat_id, turn, id) where state = 'WAITING' and purpose <> 'NOTICE';

-- A claim changes no indexed column: with free space in the page it writes no index.
alter table deliveries set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table delivery_lanes set (fillfactor = 50);

create or replace function deliveries_take_turn() returns trigger language plpgsql as $$
declare
  previous timestamptz;
  earliest timestamptz;
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
  earliest := least(new.turn, previous);
  -- Asked first: a message is accepted without waiting for a worker that has the queue, unless the place has to be moved back.
  if exists (select 1 from delivery_lanes where chat_id = new.chat_id and searched_at > now() - interval '5 seconds'
      and case when new.purpose = 'NOTICE' then notices_from else others_from end > earliest) then
    update delivery_lanes set notices_from = least(notices_from, earliest), others_from = least(others_from, earliest)
      where chat_id = new.chat_id;
  end if;
  return new;
end
$$;

create function deliveries_wait_again() returns trigger language plpgsql as $$
begin
  update delivery_lanes set notices_from = null, others_from = null where chat_id = new.chat_id;
  return new;
end
$$;

create trigger deliveries_wait_again before update of state, chat_id on deliveries for each row
  when (new.state = 'WAITING' and (old.state <> 'WAITING' or old.chat_id <> new.chat_id))
  execute function deliveries_wait_again();
