package io.openalpha.source.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openalpha.database.TestDatabase;
import io.openalpha.source.guard.SourceCall;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Timeout(120)
class SharedRateIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final SourceCall<Long> FINE = System::nanoTime;
    private static final SourceCall<Long> TOO_MANY = () -> {
        throw new SourceException(new RateLimited("too many", null));
    };

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void twoProcessesTogetherDoNotExceedTheRateInAnySecond() throws Exception {
        int rate = 40;
        List<Long> calls = Collections.synchronizedList(new ArrayList<>());
        SharedRate one = new SharedRate(database.dataSource(), "yahoo", rate, PATIENCE);
        SharedRate other = new SharedRate(database.dataSource(), "yahoo", rate, PATIENCE);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            // A thread waits for one of them only, or both would stand still whenever one has no permits yet.
            SharedRate limiter = thread % 2 == 0 ? one : other;
            work.add(() -> {
                for (int call = 0; call < 4 * rate / 16; call++) {
                    calls.add(limiter.call(FINE));
                }
                return true;
            });
        }
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();

        Collections.sort(calls);
        assertThat(calls).hasSize(4 * rate);
        for (int i = rate; i < calls.size(); i++) {
            assertThat(calls.get(i) - calls.get(i - rate)).isGreaterThanOrEqualTo(1_000_000_000L);
        }
    }

    @Test
    void aComplaintToOneProcessSlowsTheOther() {
        SharedRate one = new SharedRate(database.dataSource(), "yahoo", 20, PATIENCE);
        SharedRate other = new SharedRate(database.dataSource(), "yahoo", 20, Duration.ofMillis(10));
        assertThat(other.rate()).isEqualTo(20);

        complain(one);
        assertThatExceptionOfType(SourceException.class)
                .as("the permits are still the complainer's")
                .isThrownBy(() -> other.call(FINE));

        assertThat(other.rate()).isEqualTo(10);
    }

    @Test
    void whereNoRateIsConfiguredNoneIsInForceUntilTheSourceComplains() throws Exception {
        SharedRate rate = new SharedRate(database.dataSource(), "yahoo", 0, PATIENCE);
        for (int i = 0; i < 100; i++) {
            rate.call(FINE);
        }
        assertThat(rate.rate()).isZero();

        complain(rate);
        rate.call(FINE);

        assertThat(rate.rate()).isPositive();
    }

    @Test
    void aCallThatWouldWaitTooLongIsRefused() throws Exception {
        SharedRate rate = new SharedRate(database.dataSource(), "yahoo", 1, Duration.ZERO);
        SourceException refused = null;
        while (refused == null) {
            refused = catchThrowableOfType(SourceException.class, () -> rate.call(FINE));
        }

        assertThat(refused.failure()).isInstanceOf(RateLimited.class);
        assertThat(refused.wasAsked()).isFalse();
        assertThat(rate.isScarce()).isFalse();
        assertThat(rate.untilAllowed()).isZero();
    }

    @Test
    void aProcessThatEndsLeavesItsPermitsToTheOthersAtOnce() throws Exception {
        SharedRate one = new SharedRate(database.dataSource(), "yahoo", 20, PATIENCE);
        SharedRate other = new SharedRate(database.dataSource(), "yahoo", 20, Duration.ofSeconds(4));
        one.call(FINE);

        one.close();

        assertThat(other.call(FINE)).as("long before they would lapse").isPositive();
    }

    @Test
    void withoutADatabaseNoSourceIsAsked() {
        DataSource nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none");
        SharedRate rate = new SharedRate(nowhere, "yahoo", 20, Duration.ofMillis(10));

        SourceException refused = catchThrowableOfType(SourceException.class, () -> rate.call(FINE));

        assertThat(refused.failure()).isInstanceOf(Unavailable.class);
        assertThat(refused.wasAsked()).isFalse();
    }

    private static void complain(SharedRate rate) {
        assertThatExceptionOfType(SourceException.class).isThrownBy(() -> rate.call(TOO_MANY));
    }
}
