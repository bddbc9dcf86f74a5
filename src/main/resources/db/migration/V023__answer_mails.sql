-- E-mails about answers that a user has seen neither in Telegram nor on the site; no row: nothing is known of the user yet.
create table answer_mails (
  user_id         bigint      primary key references users on delete cascade,
  seen_through    bigint      not null default 0, -- the newest message that a page has shown
  mailed_through  bigint      not null default 0, -- the newest answer that an e-mail was about
  due_at          timestamptz,                    -- an e-mail is to be sent; while a node sends it: when another node may try
  attempts        integer     not null default 0,
  unsubscribed_at timestamptz,                    -- since when the user wants no such e-mails
  refused_address text                            -- the mail server has refused this address for good
);
create index answer_mails_due on answer_mails (due_at) where due_at is not null;

-- The links in these e-mails that unsubscribe from them.
create table answer_mail_tokens (
  token_hash text        primary key,             -- SHA-256: the token itself is never stored
  user_id    bigint      not null references users on delete cascade,
  created_at timestamptz not null
);
create index answer_mail_tokens_user on answer_mail_tokens (user_id);
create index answer_mail_tokens_age on answer_mail_tokens (created_at);

-- Answers that the user's Telegram has not got, by age.
create index support_messages_unsent on support_messages (created_at)
  where is_from_admin and delivery in ('WAITING', 'HELD', 'FAILED');
