create table run_lock (
    name   varchar(64) primary key,
    epoch  bigint      not null,
    run_id varchar(100) not null,
    host   text        not null,
    pid    bigint      not null,
    since  timestamptz not null
);
comment on table run_lock is 'Who last took the lock of a job; the epoch fences off holders that lost it without noticing';

create table run_progress (
    job_instance_id bigint       not null,
    step            varchar(100) not null,
    position        text         not null,
    items           bigint       not null,
    counts          jsonb        not null,
    primary key (job_instance_id, step)
);
comment on table run_progress is 'How far each step got, written in the transaction of the chunk it speaks of';

-- A run may name hundreds of symbols.
alter table batch_job_execution_params alter column parameter_value type text;
