-- The first tables. Words in dollar signs are the dialect's (ISqlDialect.MigrationWords).
-- Moments are milliseconds since 1970 in UTC; numbers of goals, steps and reminders count within their chat,
-- so that no id of another person's can even be named.

create table chats (
    chat_id       text    not null primary key,
    language      text    not null default '',
    state         text    not null,
    current_goal  integer null,
    next_reminder integer not null default 1,
    reachable     integer not null default 1,
    safety        text    not null default 'None',
    safety_at     bigint  null,
    created_at    bigint  not null,
    seen_at       bigint  not null
);

create table inbox (
    id            $identity$,
    event_key     text    not null unique,
    chat_id       text    not null,
    event         text    not null,
    language      text    not null default '',
    status        text    not null default 'pending' check (status in ('pending', 'handled', 'parked')),
    attempts      integer not null default 0,
    not_before    bigint  not null default 0,
    received_at   bigint  not null
);
create index inbox_pending on inbox (chat_id, id) where status = 'pending';

create table outbox (
    id            $identity$,
    chat_id       text    not null,
    message       text    not null,
    status        text    not null default 'pending' check (status in ('pending', 'sent', 'refused')),
    attempts      integer not null default 0,
    not_before    bigint  not null default 0,
    created_at    bigint  not null,
    sent_at       bigint  null
);
create index outbox_pending on outbox (chat_id, id) where status = 'pending';

create table goals (
    chat_id       text    not null references chats (chat_id),
    goal_no       integer not null,
    title         text    not null,
    words         text    not null,
    why           text    not null,
    kind          text    not null,
    language      text    not null,
    status        text    not null check (status in ('active', 'reached', 'put_away')),
    drafted_by    text    not null,
    milestones    text    not null,
    celebrations  text    not null,
    created_at    bigint  not null,
    primary key (chat_id, goal_no)
);

-- The third wall of the first promise: no step over 10 minutes, whoever writes.
create table steps (
    chat_id       text    not null,
    goal_no       integer not null,
    step_no       integer not null,
    position      integer not null,
    text          text    not null check (length(text) between 1 and 200),
    low_minutes   double precision not null check (low_minutes >= 0),
    high_minutes  double precision not null check (high_minutes >= low_minutes and high_minutes <= 10),
    kind          text    not null,
    difficulty    text    not null,
    times         integer not null check (times >= 1),
    times_done    integer not null check (times_done between 0 and times),
    status        text    not null check (status in ('open', 'kept', 'skipped')),
    started_at    bigint  null,
    primary key (chat_id, goal_no, step_no),
    foreign key (chat_id, goal_no) references goals (chat_id, goal_no)
);

-- A commitment that was kept. Its key makes a second win for the same thing impossible.
create table wins (
    chat_id       text    not null,
    goal_no       integer not null,
    step_no       integer not null,
    occurrence    integer not null check (occurrence >= 1),
    bonus         integer not null default 0 check (bonus in (0, 1)),
    won_at        bigint  not null,
    minutes       double precision null check (minutes >= 0),
    primary key (chat_id, goal_no, step_no, bonus, occurrence),
    foreign key (chat_id, goal_no, step_no) references steps (chat_id, goal_no, step_no)
);
create index wins_by_time on wins (chat_id, won_at);

create table reminders (
    chat_id       text    not null references chats (chat_id),
    reminder_no   integer not null,
    goal_no       integer not null,
    due_at        bigint  not null,
    purpose       text    not null,
    status        text    not null default 'waiting' check (status in ('waiting', 'rung', 'withdrawn')),
    primary key (chat_id, reminder_no)
);
create index reminders_waiting on reminders (due_at) where status = 'waiting';
