-- What the bot says by itself goes behind answers, and is dropped for somebody who left.
alter table outbox add column unasked integer not null default 0;

-- 1 for what waits until its person can be reached again: it is out of the sender's sight until then.
alter table outbox add column held integer not null default 0;

-- The moment from which not_before was reckoned: a clock that was set back lengthens no wait.
alter table outbox add column waits_since bigint not null default 0;
update outbox set waits_since = created_at;

update outbox set held = 1
    where status = 'pending' and exists (select 1 from chats where chats.chat_id = outbox.chat_id and chats.reachable = 0);

create index outbox_to_send on outbox (unasked, id) where status = 'pending' and held = 0;
