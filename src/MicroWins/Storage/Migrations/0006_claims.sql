-- Several processes on one database: who answers an event. A number of workers, and null while nobody does.
alter table inbox add column claimed_by bigint null;

-- One event of a chat is answered at a time, whoever answers: the wall behind the order within a chat.
create unique index inbox_claimed on inbox (chat_id) where status = 'pending' and claimed_by is not null;
-- What nobody answers yet, in the order of arrival.
create index inbox_free on inbox (id) where status = 'pending' and claimed_by is null;

-- Each life of a process: its number signs its claims, and is never given out again.
create table workers (
    id            $identity$,
    started_at    bigint  not null
);
