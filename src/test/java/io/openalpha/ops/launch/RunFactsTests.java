package io.openalpha.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.run.RunId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunFactsTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final JobRepositoryRows repository = JobRepositoryRows.in(database);
    private final RunFacts facts = new RunFacts(jdbc);

    @Test
    void sharesOfStepsCountWhileTheyAreAtWork() {
        long execution = repository.begin("train", new RunId("one"), "evaluate random_forest");
        assertThat(facts.shareAtWork(execution)).isZero();

        jdbc.sql("insert into run_share values (?, 'evaluate random_forest', 3, 4, now()), (?, 'earlier', 5, 5, now())")
                .params(repository.instance(execution), repository.instance(execution))
                .update();
        assertThat(facts.shareAtWork(execution)).isEqualTo(0.75);

        repository.end(execution, "COMPLETED", "");
        assertThat(facts.shareAtWork(execution)).isZero();
    }
}
