package io.openalpha.run;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Into how many shards runs are divided, and which of them this process takes.
 *
 * @param shard of this process
 */
record ShardLayout(JdbcClient jdbc, Shard shard) {

    /** A job that needs all symbols together cannot be divided. */
    void refuseUnlessDivisible(JobPlan plan) throws RunRefusedException {
        if (!shard.isWhole() && !plan.isDivisible()) {
            throw RunRefusedException.misused(
                    "%s cannot be divided into shards, and openalpha.shard.count is %s: unset it, or set it to 1"
                            .formatted(plan.name(), shard.count()));
        }
    }

    /** Call with the lock: with another number of shards, a run would do symbols twice or never. */
    void refuseAnother(JobPlan plan, RunId run) throws RunRefusedException {
        for (String begun : begun(plan, run)) {
            int count = begun.isEmpty() ? 1 : Shard.of(begun).count();
            if (count != shard.count()) {
                throw RunRefusedException.misused(
                        "%s run %s was begun with %s shards, not %s: resume it with as many, or begin another run"
                                .formatted(plan.name(), run, count, shard.count()));
            }
        }
    }

    private List<String> begun(JobPlan plan, RunId run) {
        return jdbc.sql("""
                        select distinct coalesce(s.parameter_value, '') from batch_job_execution_params r
                        join batch_job_execution e on e.job_execution_id = r.job_execution_id
                        join batch_job_instance i on i.job_instance_id = e.job_instance_id
                        left join batch_job_execution_params s
                            on s.job_execution_id = e.job_execution_id and s.parameter_name = 'shard'
                        where r.parameter_name = 'run.id' and r.parameter_value = :run and i.job_name = :job""")
                .param("run", run.value())
                .param("job", plan.name())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
