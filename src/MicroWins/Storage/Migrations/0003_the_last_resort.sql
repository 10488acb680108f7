-- The least that still counts for a goal that is put off all the same: shown when somebody is stuck again.
alter table goals add column last_resort text null;
