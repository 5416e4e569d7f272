create table run_trace (
    job_execution_id bigint primary key references batch_job_execution on delete cascade,
    trace_id         varchar(32) not null
);
comment on table run_trace is 'The OpenTelemetry trace that an execution was sent as, where traces were on';
