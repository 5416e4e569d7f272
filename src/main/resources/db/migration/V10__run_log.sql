create table run_log (
    job_instance_id bigint      not null references batch_job_instance on delete cascade,
    line            bigint      generated always as identity,
    at              timestamptz not null,
    level           varchar(5)  not null,
    message         text        not null,
    primary key (job_instance_id, line)
);
comment on table run_log is 'What the process of a run said of itself, some thousands of lines a run at most; it goes with the run';

create table run_sample (
    job_instance_id bigint       not null references batch_job_instance on delete cascade,
    step            varchar(100) not null,
    at              timestamptz  not null,
    items           bigint       not null,
    primary key (job_instance_id, step, at)
);
comment on table run_sample is 'How far steps had got at times: some hundreds of rows a step at most, for the chart of a run';

create function sample_run_progress() returns trigger language plpgsql as $$
declare
    first timestamptz;
    last  timestamptz;
begin
    select min(at), max(at) into first, last from run_sample
        where job_instance_id = new.job_instance_id and step = new.step;
    -- The longer a step works, the rarer its samples: their number grows like the logarithm of its duration.
    if last is null or clock_timestamp() - last >= greatest(interval '1 second', (clock_timestamp() - first) / 100) then
        insert into run_sample values (new.job_instance_id, new.step, clock_timestamp(), new.items) on conflict do nothing;
    end if;
    return null;
end $$;
comment on function sample_run_progress() is 'Notes now and then how far a step has got, in the transaction of its chunk';

create trigger run_progress_sampled after insert or update on run_progress
    for each row execute function sample_run_progress();
