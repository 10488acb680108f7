-- Free texts are sealed from here on (Storage/SealedColumns). The program seals what is there when it first opens the store,
-- and leaves a proof by which it knows the right keys again.
create table seals (
    one    integer not null primary key check (one = 1),
    proof  text    not null
);

-- A sealed text is longer than the words in it, so the check of its length goes; MicroGoal holds it. SQLite can drop a check only with its table.
create table sealed_steps (
    chat_id       text    not null,
    goal_no       integer not null,
    step_no       integer not null,
    position      integer not null,
    text          text    not null,
    low_minutes   double precision not null check (low_minutes >= 0),
    high_minutes  double precision not null check (high_minutes >= low_minutes and high_minutes <= 10),
    kind          text    not null,
    difficulty    text    not null,
    times         integer not null check (times >= 1),
    times_done    integer not null check (times_done between 0 and times),
    status        text    not null check (status in ('open', 'kept', 'skipped')),
    started_at    bigint  null,
    day           text    null,
    primary key (chat_id, goal_no, step_no),
    foreign key (chat_id, goal_no) references goals (chat_id, goal_no)
);
insert into sealed_steps (chat_id, goal_no, step_no, position, text, low_minutes, high_minutes, kind, difficulty, times, times_done, status, started_at, day)
    select chat_id, goal_no, step_no, position, text, low_minutes, high_minutes, kind, difficulty, times, times_done, status, started_at, day from steps;

create table sealed_wins (
    chat_id       text    not null,
    goal_no       integer not null,
    step_no       integer not null,
    occurrence    integer not null check (occurrence >= 1),
    bonus         integer not null default 0 check (bonus >= 0),
    won_at        bigint  not null,
    minutes       double precision null check (minutes >= 0),
    day           text    not null default '',
    unit          text    not null default '',
    amount        double precision not null default 0 check (amount >= 0),
    extra         double precision not null default 0 check (extra >= 0),
    primary key (chat_id, goal_no, step_no, bonus, occurrence),
    foreign key (chat_id, goal_no, step_no) references sealed_steps (chat_id, goal_no, step_no)
);
insert into sealed_wins (chat_id, goal_no, step_no, occurrence, bonus, won_at, minutes, day, unit, amount, extra)
    select chat_id, goal_no, step_no, occurrence, bonus, won_at, minutes, day, unit, amount, extra from wins;

drop table wins;
drop table steps;
alter table sealed_steps rename to steps;
alter table sealed_wins rename to wins;
create index wins_by_time on wins (chat_id, won_at);
