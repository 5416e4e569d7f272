create table task (
    id              varchar(60) collate "C" primary key,
    job             varchar(32) not null,
    run_id          varchar(100) not null,
    parameters      jsonb       not null,
    requested_by    text        not null,
    requested_at    timestamptz not null default clock_timestamp(),
    after_execution bigint      not null,
    launcher        varchar(16) not null,
    handle_name     text,
    handle_identity text,
    note            text        not null default '',
    ended_at        timestamptz,
    outcome         varchar(10) check (outcome in ('completed', 'failed')),
    check ((handle_name is null) = (handle_identity is null)),
    check ((ended_at is null) = (outcome is null))
);
create index task_open on task (requested_at) where ended_at is null;
create index task_by_job on task (job, requested_at desc);
create index task_by_run on task (run_id, requested_at);
comment on table task is 'Runs that somebody asked the service to start; how far they got stands in the job repository';
comment on column task.after_execution is 'The last execution that the run had before: 0 for a new run, more for one that is resumed';
comment on column task.launcher is 'What the run was started as: a Kubernetes Job or a process';
comment on column task.handle_name is 'Name of the Kubernetes Job, or host and number of the process; null until it is known';
comment on column task.handle_identity is 'What tells it from another of that name: the Job''s uid, or the start of the process';
comment on column task.note is 'What is seen of it from outside: why it waits, or why it ended';
comment on column task.ended_at is 'When its end was seen from outside; null before';

create table audit_event (
    id      bigint generated always as identity primary key,
    at      timestamptz  not null default clock_timestamp(),
    who     varchar(200) not null,
    what    varchar(100) not null,
    target  varchar(200) not null,
    result  varchar(10)  not null check (result in ('done', 'refused', 'failed')),
    details jsonb        not null
);
create index audit_event_by_who on audit_event (who, id desc);
create index audit_event_by_what on audit_event (what, id desc);
comment on table audit_event is 'Who did, or tried to do, what; rows are added and never changed';

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit_event is append-only: % is not allowed', lower(tg_op);
end $$;

create trigger audit_event_unchanged before update or delete or truncate on audit_event
    for each statement execute function audit_event_is_append_only();
