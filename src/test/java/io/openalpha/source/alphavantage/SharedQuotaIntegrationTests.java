package io.openalpha.source.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.source.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SharedQuotaIntegrationTests {

    private static final int CALLS_IN_FIVE_SECONDS = QuotaCaller.A_MINUTE / 12;

    /** Calls arrive with a varying delay; one call too many would come half a second early. */
    private static final long UNEVEN_DELAY = 250_000_000L;

    @Test
    void twoProcessesTogetherNeverExceedTheQuota() throws Exception {
        List<Long> arrivals = new CopyOnWriteArrayList<>();
        try (ScriptedServer server = new ScriptedServer();
                TestDatabase database = TestDatabase.fresh()) {
            server.handles(exchange -> {
                if (!exchange.getRequestURI().toString().endsWith(QuotaCaller.WARM_UP)) {
                    arrivals.add(System.nanoTime());
                }
                ScriptedServer.answer(200, "{}").handle(exchange);
            });
            Process one = start(database, server, "one");
            Process other = start(database, server, "other");

            assertThat(one.waitFor()).isZero();
            assertThat(other.waitFor()).isZero();

            assertThat(arrivals).hasSize(QuotaCaller.A_DAY);
            assertThat(server.requests()).anyMatch(request -> request.endsWith("apikey=one"));
            assertThat(server.requests()).anyMatch(request -> request.endsWith("apikey=other"));
        }
        for (int i = CALLS_IN_FIVE_SECONDS; i < arrivals.size(); i++) {
            assertThat(arrivals.get(i) - arrivals.get(i - CALLS_IN_FIVE_SECONDS))
                    .isGreaterThan(5_000_000_000L - UNEVEN_DELAY);
        }
    }

    private static Process start(TestDatabase database, ScriptedServer server, String key) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuotaCaller.class.getName(),
                        database.url(),
                        database.username(),
                        database.password(),
                        server.uri().toString(),
                        key)
                .inheritIO()
                .start();
    }
}
