-- What the weeks need: a person's clock and check-in times, habits with levels, days that were asked about or skipped, amounts with wins.
-- Days are local dates of the person ("2026-03-02").

alter table chats add column agreement text not null default '{}';

alter table goals add column habit text null;
alter table goals add column exam  text null;
-- The milestone whose steps the plan holds, from 0.
alter table goals add column milestone integer not null default 0;

-- Of a step that comes back every day: the last day that it was kept or skipped on.
alter table steps add column day text null;

-- Wins get their day, their amounts, and room for more than one bonus on top of the same commitment.
create table wins_with_amounts (
    chat_id       text    not null,
    goal_no       integer not null,
    step_no       integer not null,
    occurrence    integer not null check (occurrence >= 1),
    bonus         integer not null default 0 check (bonus >= 0),
    won_at        bigint  not null,
    minutes       double precision null check (minutes >= 0),
    -- Blank for wins from before days were stored: theirs is the day of their moment.
    day           text    not null default '',
    unit          text    not null default '',
    amount        double precision not null default 0 check (amount >= 0),
    extra         double precision not null default 0 check (extra >= 0),
    primary key (chat_id, goal_no, step_no, bonus, occurrence),
    foreign key (chat_id, goal_no, step_no) references steps (chat_id, goal_no, step_no)
);
insert into wins_with_amounts (chat_id, goal_no, step_no, occurrence, bonus, won_at, minutes)
    select chat_id, goal_no, step_no, occurrence, bonus, won_at, minutes from wins;
drop table wins;
alter table wins_with_amounts rename to wins;
create index wins_by_time on wins (chat_id, won_at);

-- A check-in that went out. Its key makes a second one for the same slot of a day impossible.
create table asked (
    chat_id   text    not null references chats (chat_id),
    day       text    not null,
    slot      integer not null check (slot between 0 and 2),
    goal_no   integer not null,
    asked_at  bigint  not null,
    primary key (chat_id, day, slot)
);

-- A day that the person left out: neither a win nor a miss.
create table skips (
    chat_id   text    not null,
    goal_no   integer not null,
    day       text    not null,
    primary key (chat_id, goal_no, day),
    foreign key (chat_id, goal_no) references goals (chat_id, goal_no)
);

-- Tokens of the language model that a chat used on a day of UTC.
create table tokens (
    chat_id   text    not null,
    day       text    not null,
    tokens    bigint  not null,
    primary key (chat_id, day)
);
