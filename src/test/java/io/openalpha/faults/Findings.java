package io.openalpha.faults;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a run left in the database after it completed.
 *
 * @param lost symbols without a quote
 * @param doubled symbols that were counted or written more than once
 * @param stuck executions that say they are at work, and locks that are held
 */
record Findings(long lost, long doubled, long stuck) {

    static Findings of(String run, JdbcClient jdbc) {
        return jdbc.sql("""
                        with instance as (
                            select distinct e.job_instance_id as id from batch_job_execution e
                            join batch_job_execution_params p on p.job_execution_id = e.job_execution_id
                            where p.parameter_name = 'run.id' and p.parameter_value = :run),
                        rows as (
                            select (select count(*) from quote) as quotes, (select count(distinct symbol) from quote) as symbols),
                        counted as (
                            select coalesce(sum(c.value::bigint), 0) as n from run_progress p, jsonb_each_text(p.counts) c
                            where p.job_instance_id = (select id from instance) and c.key like 'collected.%'),
                        committed as (
                            select coalesce(sum(s.write_count), 0) as n from batch_step_execution s
                            join batch_job_execution e on e.job_execution_id = s.job_execution_id
                            where e.job_instance_id = (select id from instance) and s.step_name = 'collect'),
                        enabled as (select count(*) as n from symbol where enabled)
                        select enabled.n - rows.symbols as lost,
                            rows.quotes - rows.symbols + abs(counted.n - rows.quotes) + abs(committed.n - enabled.n) as doubled,
                            (select count(*) from batch_job_execution
                                where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN'))
                            + (select count(*) from batch_step_execution
                                where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN'))
                            + (select count(*) from pg_locks where locktype = 'advisory') as stuck
                        from rows, counted, committed, enabled""")
                .param("run", run)
                .query((row, number) -> new Findings(row.getLong("lost"), row.getLong("doubled"), row.getLong("stuck")))
                .single();
    }

    Findings plus(Findings other) {
        return new Findings(lost + other.lost, doubled + other.doubled, stuck + other.stuck);
    }
}
