package io.openalpha.ops.metrics;

import io.openalpha.database.TestDatabase;
import io.openalpha.ml.model.PlantedModels;
import io.openalpha.source.PlantedSources;
import io.openalpha.web.AdminService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something of everything that metrics tell of: runs of all kinds, one of them at work, sources, data and a model. */
final class PlantedFacts implements AutoCloseable {

    private final JdbcClient jdbc;
    private final Connection lock;

    private PlantedFacts(TestDatabase database) throws SQLException {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.lock = database.dataSource().getConnection();
    }

    static PlantedFacts in(AdminService service) {
        try {
            PlantedFacts planted = new PlantedFacts(service.database());
            planted.runs();
            planted.data();
            PlantedSources.in(service.database(), 1);
            PlantedModels.promote(service.context(), PlantedModels.publish(service.context(), "random_forest", 0.017));
            return planted;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void runs() throws SQLException {
        jdbc.sql("""
                        insert into run_total values
                            ('collect', 'completed', 3, 90, 1500, 1490, 30, 80, now() - interval '1 hour', 31),
                            ('train', 'skipped', 1, 2, 0, 0, 0, 0, now(), 2)""").update();
        for (String job : new String[] {"collect", "backfill", "train"}) {
            jdbc.sql("insert into batch_job_instance values (nextval('batch_job_instance_seq'), 0, ?, ?)")
                    .params(job, job)
                    .update();
        }
        jdbc.sql("""
                        insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time,
                            end_time, status, exit_code)
                        select job_instance_id, 0, job_instance_id, t.at, t.at, case job_name when 'train' then t.at end,
                            case job_name when 'train' then 'COMPLETED' else 'STARTED' end, 'COMPLETED'
                        from batch_job_instance, (select (now() at time zone 'UTC') - interval '1 minute' as at) t""").update();
        jdbc.sql(
                        "insert into batch_job_execution_params select job_execution_id, 'run.id', 'java.lang.String', 'a', 'Y'"
                                + " from batch_job_execution")
                .update();
        jdbc.sql(
                        "insert into run_progress select job_instance_id, 'collect', '', 8, "
                                + "'{\"asked\": 10, \"collected.yahoo\": 8}' from batch_job_instance where job_name = 'collect'")
                .update();
        jdbc.sql("""
                        insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                            start_time, end_time, status)
                        select 1, 0, 'train random_forest', job_execution_id, create_time, create_time,
                            create_time + interval '20 seconds', 'COMPLETED'
                        from batch_job_execution where end_time is not null""").update();
        jdbc.sql(
                        "insert into run_lock values ('collect', 1, 'a', 'here', 1, now()), ('backfill', 1, 'b', 'here', 2, now())")
                .update();
        skippedCollection();
        try (Statement statement = lock.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('openalpha.run.collect', 0))");
        }
    }

    /** Newer than the one that is at work. */
    private void skippedCollection() {
        jdbc.sql("insert into batch_job_instance values (nextval('batch_job_instance_seq'), 0, 'collect', 'b')")
                .update();
        jdbc.sql("""
                        insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, end_time,
                            status, exit_code)
                        select job_instance_id, 0, job_instance_id, t.now, t.now, 'COMPLETED', 'SKIPPED'
                        from batch_job_instance, (select now() at time zone 'UTC' as now) t where job_key = 'b'""").update();
        jdbc.sql("insert into batch_job_execution_params select job_instance_id, 'run.id', 'java.lang.String', 'b', 'Y'"
                        + " from batch_job_instance where job_key = 'b'")
                .update();
    }

    private void data() {
        jdbc.sql("insert into symbol (name) values ('AAPL'), ('KO')").update();
        jdbc.sql("""
                        create table quote_all partition of quote default;
                        insert into quote values ('KO', now(), 60, 1, 'USD', 'yahoo', now());
                        insert into bar_series (symbol, exchange, currency, zone, adjusted, since, until, asked_at)
                            values ('KO', 'NYQ', 'USD', 'UTC', true, '2026-01-02', '2026-01-02', now());
                        insert into daily_bar (symbol, date, open, high, low, close, adjusted_close, volume, final, adjusted,
                                source, fetched_at)
                            values ('KO', '2026-01-02', 60, 61, 59, 60, 60, 1, true, true, 'yahoo', now())""").update();
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
