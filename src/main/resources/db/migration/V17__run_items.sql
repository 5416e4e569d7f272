-- A symbol that a later step asks for again is no further item: the items of an execution are those of its longest step.
create or replace function count_run(execution bigint) returns void language plpgsql as $$
declare
    e       record;
    s       record;
    written bigint;
    counted bigint;
begin
    select i.job_name, x.job_instance_id,
        case when x.status = 'COMPLETED' and x.exit_code = 'SKIPPED' then 'skipped'
            when x.status in ('COMPLETED', 'STOPPED') then lower(x.status) else 'failed' end as outcome,
        greatest(0, extract(epoch from x.end_time - coalesce(x.start_time, x.create_time))) as seconds,
        x.end_time at time zone 'UTC' as ended_at
    into strict e from batch_job_execution x join batch_job_instance i on i.job_instance_id = x.job_instance_id
        where x.job_execution_id = execution;
    select coalesce(max(write_count), 0) as items,
        coalesce(sum(commit_count) filter (where read_count > 0), 0) as chunks,
        coalesce(sum(extract(epoch from end_time - start_time)) filter (where read_count > 0), 0) as seconds
    into s from batch_step_execution where job_execution_id = execution;
    select coalesce(sum(c.value::bigint), 0) into written from run_progress p, jsonb_each_text(p.counts) c
        where p.job_instance_id = e.job_instance_id and (c.key like 'collected.%' or c.key = 'bars');
    select rows_written into counted from run_rows where job_instance_id = e.job_instance_id;
    insert into run_rows values (e.job_instance_id, written)
        on conflict (job_instance_id) do update set rows_written = excluded.rows_written;
    insert into run_total values (e.job_name, e.outcome, 1, e.seconds, s.items,
        greatest(0, written - coalesce(counted, 0)), s.chunks, s.seconds, e.ended_at, e.seconds)
    on conflict (job_name, outcome) do update set runs = run_total.runs + 1,
        seconds = run_total.seconds + excluded.seconds,
        items = run_total.items + excluded.items,
        rows_written = run_total.rows_written + excluded.rows_written,
        chunks = run_total.chunks + excluded.chunks,
        chunk_seconds = run_total.chunk_seconds + excluded.chunk_seconds,
        last_ended_at = greatest(run_total.last_ended_at, excluded.last_ended_at),
        last_seconds = case when excluded.last_ended_at >= run_total.last_ended_at
            then excluded.last_seconds else run_total.last_seconds end;
end $$;
