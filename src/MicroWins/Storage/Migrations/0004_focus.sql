-- A focus session under way: how long it is, what is behind, and when its block began.
alter table chats add column focus text null;
