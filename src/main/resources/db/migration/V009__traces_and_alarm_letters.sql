-- The trace that a delivery belongs to, as the W3C's traceparent header writes it; only while traces are switched on.
alter table deliveries add column traceparent text;

-- What the owner was told of by mail; one row a kind of alarm, shared by all nodes, so that one of them tells it once.
create table alarm_letters (
  alarm     text        primary key,
  since     timestamptz not null,
  reason    text        not null,
  told      boolean     not null default false, -- that it began
  over      boolean     not null default false,
  told_over boolean     not null default false,
  due_at    timestamptz not null                -- when to try next: whoever takes it puts it off first
);
