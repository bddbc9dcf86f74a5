-- The captions of the parts of an album that became one message: when one is edited, the others stay.
create table album_captions (
  chat_id            bigint not null,
  message_id         bigint not null, -- the part
  support_message_id bigint not null references support_messages on delete cascade,
  text               text   not null, -- empty: a part without a caption
  entities           text,
  primary key (chat_id, message_id)
);
create index album_captions_message on album_captions (support_message_id);

-- Albums of operators of which a caption is not sent to a user, so that none of their files is sent.
create table refused_albums (
  chat_id    bigint      not null,
  album      text        not null, -- its media_group_id
  refused_at timestamptz not null,
  primary key (chat_id, album)
);
