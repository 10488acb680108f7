-- When the person themselves last wrote or pressed something, apart from the turns of the bot; and when they were told that a
-- chat that long silent will be erased. Both go with the chat.
alter table chats add column active_at bigint not null default 0;
update chats set active_at = seen_at;
alter table chats add column warned_at bigint null;
