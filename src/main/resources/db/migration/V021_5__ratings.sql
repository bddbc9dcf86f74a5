-- What a user thinks of a conversation that was closed (SUPPORT_RATING=on): one row for each time that it was closed.
create table conversation_ratings (
  id             bigint      generated always as identity primary key,
  user_id        bigint      not null references users on delete cascade,
  closed_through bigint      not null,  -- id of the last message when it was closed
  closed_at      timestamptz not null,
  score          smallint    check (score between 1 and 5),  -- null: not rated
  rated_at       timestamptz,
  comment        text,
  unique (user_id, closed_through)
);
create index conversation_ratings_time on conversation_ratings (rated_at) where rated_at is not null;
