package io.openalpha.source.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.TestClock;
import io.openalpha.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ActivityLogTests {

    private static final Duration DAY = Duration.ofDays(1);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final ActivityReader reader = new ActivityReader(jdbc);

    @Test
    void requestsOfAllProcessesAddUp() {
        work("one", yahoo -> {
            yahoo.requested("answered", 80 * MILLI, false);
            yahoo.requested("unavailable", 1000 * MILLI, false);
            yahoo.requested("answered", 120 * MILLI, true);
        });
        work("other", yahoo -> yahoo.requested("answered", 80 * MILLI, false));

        SourceRecord record = reader.during(DAY).get(0);

        assertThat(record.source()).isEqualTo("yahoo");
        assertThat(record.answered()).isEqualTo(3);
        assertThat(record.successRate()).isEqualTo(0.75);
        assertThat(record.all().retries()).isEqualTo(1);
        assertThat(record.all().seconds()).isEqualTo(1.28);
        assertThat(record.requests()).containsOnlyKeys("answered", "unavailable");
        assertThat(record.all().latencies().quantile(0.5)).isBetween(Duration.ofMillis(75), Duration.ofMillis(100));
        assertThat(record.breaker()).isEqualTo(BreakerSnapshot.CLOSED);
    }

    @Test
    void whatAProcessCountsIsStoredWhileItWorks() {
        try (ActivityLog log = open(database.dataSource(), "one")) {
            log.of("yahoo").requested("answered", MILLI, false);

            await().untilAsserted(() -> assertThat(reader.during(DAY)).hasSize(1));
            log.of("yahoo").requested("answered", MILLI, false);
            await().untilAsserted(() ->
                    assertThat(reader.during(DAY).get(0).answered()).isEqualTo(2));
        }
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsCountedAgainTheNextTime() {
        jdbc.sql("alter table source_requests rename to away").update();
        try (ActivityLog log = open(database.dataSource(), "one")) {
            SourceActivity yahoo = log.of("yahoo");
            yahoo.requested("answered", 80 * MILLI, true);
            yahoo.breaker(BreakerState.OPEN, Instant.now().plusSeconds(60), "?");
            await().untilAsserted(() ->
                    assertThat(reader.transitions()).containsEntry("yahoo", Map.of(BreakerState.OPEN, 1L)));
            jdbc.sql("alter table away rename to source_requests").update();
        }

        Counts all = reader.during(DAY).get(0).all();
        assertThat(all.requests()).isEqualTo(1);
        assertThat(all.retries()).isEqualTo(1);
        assertThat(all.seconds()).isEqualTo(0.08);
        assertThat(all.latencies().total()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsAwayFailsNothing() {
        ActivityLog log = open(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/gone"), "one");
        log.of("yahoo").requested("answered", MILLI, false);

        log.close();

        assertThat(reader.during(DAY)).isEmpty();
    }

    @Test
    void breakerIsOpenWhileOneProcessSaysSo() {
        Instant until = Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.MICROS);
        work("one", yahoo -> yahoo.breaker(BreakerState.OPEN, until, "5 failures in a row"));
        work("other", yahoo -> {
            yahoo.breaker(BreakerState.OPEN, until.minusSeconds(1), "down");
            yahoo.breaker(BreakerState.HALF_OPEN, null, "");
            yahoo.breaker(BreakerState.CLOSED, null, "");
        });

        BreakerSnapshot breaker = reader.during(DAY).get(0).breaker();

        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThat(breaker.until()).isEqualTo(until);
        assertThat(breaker.since()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(breaker.reason()).isEqualTo("5 failures in a row");
        assertThat(reader.transitions())
                .containsEntry(
                        "yahoo", Map.of(BreakerState.OPEN, 2L, BreakerState.HALF_OPEN, 1L, BreakerState.CLOSED, 1L));
    }

    @Test
    void breakerOfADeadProcessIsClosedOnceItsTimeIsOver() {
        work("one", yahoo -> yahoo.breaker(BreakerState.OPEN, Instant.now().minusSeconds(1), "down"));
        assertThat(reader.during(DAY).get(0).breaker().state()).isEqualTo(BreakerState.HALF_OPEN);

        jdbc.sql("update source_breaker set seen_at = now() - interval '2 minutes'")
                .update();

        BreakerSnapshot breaker = reader.during(DAY).get(0).breaker();
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.until()).isNull();
        assertThat(breaker.reason()).isEmpty();
    }

    @Test
    void longerOpenIsNoOtherTransition() {
        TestClock clock = TestClock.standingAt("2026-03-03T12:00:00Z");
        SourceActivity yahoo = new SourceActivity("yahoo", clock, RequestWatch.all(List.of()));
        Instant since = clock.instant();
        yahoo.breaker(BreakerState.OPEN, since.plusSeconds(300), "down");
        clock.advance(Duration.ofSeconds(10));

        yahoo.breaker(BreakerState.OPEN, since.plusSeconds(400), "spent");

        assertThat(yahoo.takeTransitions()).isEqualTo(Map.of(BreakerState.OPEN, 1L));
        assertThat(yahoo.breaker())
                .isEqualTo(new BreakerSnapshot(BreakerState.OPEN, since, since.plusSeconds(400), "spent"));
    }

    @Test
    void oldHoursAreAddedUpAndNothingIsForgotten() {
        for (int week = 0; week < 3; week++) {
            work("week " + week, yahoo -> {
                yahoo.requested("answered", 80 * MILLI, false);
                yahoo.breaker(BreakerState.OPEN, Instant.now(), "down");
            });
            for (String table : List.of("source_requests", "source_transitions")) {
                jdbc.sql("update %s set hour = hour - interval '9 days' where hour > '-infinity'".formatted(table))
                        .update();
            }
            jdbc.sql("update source_breaker set seen_at = now() - interval '2 days', until = now() - interval '2 days'")
                    .update();
        }
        work("now", yahoo -> yahoo.requested("answered", 80 * MILLI, false));

        assertThat(reader.during(DAY).get(0).answered()).isEqualTo(1);
        SourceRecord ever = reader.ever().get(0);
        assertThat(ever.answered()).isEqualTo(4);
        assertThat(ever.all().latencies().total()).isEqualTo(4);
        assertThat(reader.transitions()).containsEntry("yahoo", Map.of(BreakerState.OPEN, 3L));
        assertThat(List.of("source_requests", "source_transitions", "source_breaker"))
                .extracting(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .containsExactly(2L, 1L, 0L);
    }

    private void work(String process, Consumer<SourceActivity> work) {
        try (ActivityLog log = open(database.dataSource(), process)) {
            work.accept(log.of("yahoo"));
        }
    }

    private static ActivityLog open(DataSource database, String process) {
        return ActivityLog.open(
                new ActivityTable(JdbcClient.create(database), process),
                Clock.systemUTC(),
                RequestWatch.all(List.of()));
    }
}
