package io.openalpha.source.activity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was counted of a source, for tests of those that count. */
public final class SeenActivity {

    private SeenActivity() {}

    public static Map<String, Counts> requests(SourceActivity activity) {
        return activity.takeRequests();
    }

    public static BreakerSnapshot breaker(SourceActivity activity) {
        return activity.breaker();
    }

    public static Map<BreakerState, Long> transitions(SourceActivity activity) {
        return activity.takeTransitions();
    }

    /** Stores what a process counts, as it does at its end. */
    public static void store(DataSource database, String process, Consumer<ActivityLog> work) {
        try (ActivityLog log = ActivityLog.open(
                new ActivityTable(JdbcClient.create(database), process),
                Clock.systemUTC(),
                RequestWatch.all(List.of()))) {
            work.accept(log);
        }
    }
}
