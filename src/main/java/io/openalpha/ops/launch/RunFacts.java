package io.openalpha.ops.launch;

import io.openalpha.run.RunId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the job repository knows of a run beyond its history. */
final class RunFacts {

    private final JdbcClient jdbc;

    RunFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The job instance of a run; empty before its first execution. */
    Optional<Long> instance(String job, RunId run) {
        return jdbc.sql("""
                        select i.job_instance_id from batch_job_execution_params p
                        join batch_job_execution e on e.job_execution_id = p.job_execution_id
                        join batch_job_instance i on i.job_instance_id = e.job_instance_id
                        where p.parameter_name = 'run.id' and p.parameter_value = :run and i.job_name = :job limit 1""")
                .param("run", run.value())
                .param("job", job)
                .query(Long.class)
                .optional();
    }

    /** What the run of an execution was first told to do, by name. */
    Map<String, String> details(long execution) {
        Stream<Map.Entry<String, String>> details = jdbc
                .sql("""
                        select parameter_name, parameter_value from batch_job_execution_params
                        where job_execution_id = :execution and identifying = 'N'""")
                .param("execution", execution)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .stream();
        try (details) {
            return details.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** Items of the step that has committed the most, of all shards together; 0 if none has any. */
    long items(String job, RunId run) {
        return jdbc.sql("""
                        select coalesce(sum(items), 0) from (
                            select max(p.items) as items from run_progress p
                            join batch_job_instance i on i.job_instance_id = p.job_instance_id
                            where i.job_name = :job and p.job_instance_id in (
                                select e.job_instance_id from batch_job_execution_params r
                                join batch_job_execution e on e.job_execution_id = r.job_execution_id
                                where r.parameter_name = 'run.id' and r.parameter_value = :run)
                            group by p.job_instance_id) as shard""")
                .param("job", job)
                .param("run", run.value())
                .query(Long.class)
                .single();
    }

    /** The shares, 0 to 1 each, of the steps of an execution that are at work, added up. */
    double shareAtWork(long execution) {
        return jdbc.sql("""
                        select coalesce(sum(least(1.0, h.done::float8 / h.total)), 0)
                        from batch_step_execution s join batch_job_execution e on e.job_execution_id = s.job_execution_id
                        join run_share h on h.job_instance_id = e.job_instance_id and h.step = s.step_name
                        where s.job_execution_id = :execution and s.end_time is null and h.total > 0""").param("execution", execution).query(Double.class).single();
    }

    /** The most steps that any run of a job took; 0 if there was none. */
    long mostSteps(String job) {
        return jdbc.sql("""
                        select coalesce(max(steps), 0) from (
                            select count(distinct s.step_name) as steps from batch_step_execution s
                            join batch_job_execution e on e.job_execution_id = s.job_execution_id
                            join batch_job_instance i on i.job_instance_id = e.job_instance_id
                            where i.job_name = :job group by i.job_instance_id) as run""").param("job", job).query(Long.class).single();
    }
}
