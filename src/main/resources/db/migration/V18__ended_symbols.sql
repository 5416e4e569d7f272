alter table run_progress add column ahead text[] not null default '{}';
comment on column run_progress.ahead is 'Items behind the position that have ended as well, because their answers came sooner than that of a slower one before them';
