-- Texts that operators send again and again (/save, /t).
create table canned_replies (
  name          text        primary key check (char_length(name) <= 32),
  text          text        not null,
  entities      text,                 -- a JSON array of MessageEntity
  operator_name text        check (char_length(operator_name) <= 200),  -- who saved it; null for an anonymous administrator
  saved_at      timestamptz not null
);
