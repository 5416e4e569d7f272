create table run_share (
    job_instance_id bigint       not null references batch_job_instance on delete cascade,
    step            varchar(100) not null,
    done            bigint       not null,
    total           bigint       not null,
    at              timestamptz  not null,
    primary key (job_instance_id, step)
);
comment on table run_share is 'How much of its work the last execution of a step has done, about a second ago; for those who watch, nothing else goes by it';
