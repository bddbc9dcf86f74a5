-- What the Bot API answered about a delivery so far, and whether its text says anything without its files.
alter table deliveries
  add column unknown_outcomes  integer not null default 0,     -- in a row: it may have been carried out each time
  add column unlisted_refusals integer not null default 0,     -- refused in words that are in no table of ours
  add column frame             boolean not null default false; -- its text only names the message: it says nothing without its files
