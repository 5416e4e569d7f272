package io.openalpha.web.dashboard.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.run.RunHistoryFixture;
import io.openalpha.run.RunId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ThroughputTests {

    private static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @Test
    void isThatOfTheStepsOfOneRun() {
        shard(1, "collect", "a");
        sample(1, 0, 50);
        sample(1, 2, 250);
        sample(1, 6, 650);
        shard(2, "collect", "b");
        sample(2, 1, 9_000);

        assertThat(pace("a")).containsExactly(new Throughput("collect", List.of(at(0, 100), at(2, 100), at(6, 100))));
    }

    @Test
    void isThatOfAllShardsTogether() {
        shard(1, "collect", "a");
        sample(1, 0, 50);
        sample(1, 10, 550);
        shard(2, "collect", "a");
        sample(2, 0.5, 50);
        sample(2, 10, 1_050);

        assertThat(pace("a")).containsExactly(new Throughput("collect", List.of(at(0, 155), at(10, 155))));
    }

    @Test
    void isOfNoOtherJobWithARunOfThatId() {
        shard(1, "backfill", "a");
        sample(1, 0, 50);
        sample(1, 2, 250);

        assertThat(pace("a")).isEmpty();
    }

    @Test
    void isNotKnownAfterOneSample() {
        shard(1, "collect", "a");
        sample(1, 0, 50);

        assertThat(pace("a")).isEmpty();
    }

    private List<Throughput> pace(String run) {
        return Throughput.of(RunHistoryFixture.of(jdbc).samples("collect", new RunId(run)));
    }

    private static List<Double> at(double seconds, double throughput) {
        return List.of(BEGIN.toEpochMilli() + 1000 * seconds, throughput);
    }

    private void shard(long instance, String job, String run) {
        jdbc.sql("insert into batch_job_instance values (?, 0, ?, ?)")
                .params(instance, job, "key " + instance)
                .update();
        jdbc.sql("insert into batch_job_execution (job_execution_id, job_instance_id, create_time)"
                        + " values (?, ?, now())")
                .params(instance, instance)
                .update();
        jdbc.sql("insert into batch_job_execution_params values (?, 'run.id', 'java.lang.String', ?, 'Y')")
                .params(instance, run)
                .update();
    }

    private void sample(long instance, double seconds, long items) {
        jdbc.sql("insert into run_sample values (?, 'collect', ?::timestamptz + make_interval(secs => ?), ?)")
                .params(instance, BEGIN.toString(), seconds, items)
                .update();
    }
}
