-- Users who were told outside of the team's hours when somebody is back.
create table after_hours_messages (
  user_id    bigint      primary key references users on delete cascade,
  reopens_at timestamptz not null  -- what they were told last; 1970-01-01 if it was not known
);
