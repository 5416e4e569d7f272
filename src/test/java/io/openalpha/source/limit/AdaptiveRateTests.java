package io.openalpha.source.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.guard.SourceCall;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdaptiveRateTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SourceCall<Quote> TOO_MANY = () -> {
        throw new SourceException(new RateLimited("too many", null));
    };
    private static final SourceCall<Quote> FINE =
            () -> new Quote(new Symbol("AAPL"), Instant.EPOCH, BigDecimal.ONE, 1, "USD", "yahoo", Instant.EPOCH);

    @Test
    void theRateHalvesEachTimeTheSourceComplainsDownToOneCallASecond() {
        AdaptiveRate rate = new AdaptiveRate("yahoo", 20, PATIENCE);
        List<Integer> rates = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            failure(rate, TOO_MANY);
            rates.add(rate.rate());
        }

        assertThat(rates).containsExactly(10, 5, 2, 1, 1, 1);
    }

    @Test
    void successBringsTheRateBackSlowlyAndNoFurtherThanItWas() throws Exception {
        AdaptiveRate rate = new AdaptiveRate("yahoo", 1000, PATIENCE);
        failure(rate, TOO_MANY);

        succeed(rate, AdaptiveRate.SUCCESSES_A_STEP - 1);
        assertThat(rate.rate()).isEqualTo(500);
        succeed(rate, 1);
        assertThat(rate.rate()).isEqualTo(501);
        assertThat(new AdaptiveRate("yahoo", 7, PATIENCE).rate()).isEqualTo(7);
    }

    @Test
    void otherFailuresDoNotChangeTheRate() {
        AdaptiveRate rate = new AdaptiveRate("yahoo", 20, PATIENCE);
        failure(rate, () -> {
            throw new SourceException(new Unavailable("down"));
        });

        assertThat(rate.rate()).isEqualTo(20);
    }

    @Test
    void twentyCallsThatFailTogetherHalveTheRateOnce() throws Exception {
        AdaptiveRate rate = new AdaptiveRate("yahoo", 0, PATIENCE);
        CyclicBarrier together = new CyclicBarrier(20);
        var threads = Executors.newFixedThreadPool(20);
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(threads.submit(() -> failure(rate, () -> {
                await(together);
                return TOO_MANY.run();
            })));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        threads.shutdown();

        assertThat(rate.rate()).isEqualTo(AdaptiveRate.ASSUMED_RATE / 2);
    }

    @Test
    void whereNoRateIsConfiguredTheLimitIsLiftedAgain() throws Exception {
        AdaptiveRate rate = new AdaptiveRate("yahoo", 0, PATIENCE);
        assertThat(rate.rate()).isZero();
        failure(rate, TOO_MANY);
        assertThat(rate.rate()).isEqualTo(10);

        succeed(rate, 10 * AdaptiveRate.SUCCESSES_A_STEP);

        assertThat(rate.rate()).isZero();
    }

    @Test
    void aCallThatWouldWaitTooLongIsRefused() throws Exception {
        AdaptiveRate rate = new AdaptiveRate("yahoo", 1, Duration.ZERO);
        SourceException refused = null;
        while (refused == null) {
            refused = catchThrowableOfType(SourceException.class, () -> rate.call(FINE));
        }

        assertThat(refused.failure()).isInstanceOf(RateLimited.class);
        assertThat(refused.wasAsked()).isFalse();
        assertThat(rate.rate()).isEqualTo(1);
    }

    @Test
    void yahoosCallsAreNeverScarce() {
        AdaptiveRate rate = new AdaptiveRate("yahoo", 1, PATIENCE);

        assertThat(rate.isScarce()).isFalse();
        assertThat(rate.untilAllowed()).isZero();
    }

    private static void succeed(AdaptiveRate rate, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            rate.call(FINE);
        }
    }

    private static SourceException failure(AdaptiveRate rate, SourceCall<Quote> call) {
        return catchThrowableOfType(SourceException.class, () -> rate.call(call));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
