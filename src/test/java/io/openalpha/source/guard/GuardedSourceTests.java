package io.openalpha.source.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.openalpha.TestClock;
import io.openalpha.market.Symbol;
import io.openalpha.source.LogLines;
import io.openalpha.source.ScriptedSource;
import io.openalpha.source.Settings;
import io.openalpha.source.activity.BreakerSnapshot;
import io.openalpha.source.activity.BreakerState;
import io.openalpha.source.activity.Counts;
import io.openalpha.source.activity.RequestWatch;
import io.openalpha.source.activity.SeenActivity;
import io.openalpha.source.activity.SourceActivity;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.InvalidRequest;
import io.openalpha.source.wire.SourceFailure.NoData;
import io.openalpha.source.wire.SourceFailure.NotFound;
import io.openalpha.source.wire.SourceFailure.QuotaSpent;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unauthorized;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import io.openalpha.source.wire.SourceFailure.Unusable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GuardedSourceTests {

    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Unavailable DOWN = new Unavailable("down");
    private static final int ATTEMPTS = 3;

    private final TestClock clock = TestClock.standingAt("2026-03-03T12:00:00Z");
    private final ScriptedSource yahoo = new ScriptedSource("yahoo");
    private final SourceActivity activity = new SourceActivity("yahoo", clock, RequestWatch.all(List.of()));
    private final GuardedSource guarded = new GuardedSource(yahoo, yahoo, Settings.guard(), activity, clock);
    private final LogLines log = new LogLines("io.openalpha.source.guard", Level.INFO);

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void whatMayPassIsTriedThreeTimes() {
        for (SourceFailure failure : List.of(DOWN, new Garbled("?"), new RateLimited("slower", null))) {
            int before = yahoo.calls();
            yahoo.fails(failure);

            assertThat(failure()).isEqualTo(failure);
            assertThat(yahoo.calls() - before).isEqualTo(ATTEMPTS);
        }
    }

    @Test
    void whatWillNotPassIsTriedOnce() {
        for (SourceFailure failure : List.of(new NotFound("?"), new NoData("?"), new InvalidRequest("?"))) {
            int before = yahoo.calls();
            yahoo.fails(failure);

            assertThat(failure()).isEqualTo(failure);
            assertThat(yahoo.calls() - before).isEqualTo(1);
        }
    }

    @Test
    void everyRequestIsCountedByItsOutcome() throws Exception {
        guarded.latest(AAPL);
        yahoo.fails(DOWN);
        fail(1);
        yahoo.fails(new NotFound("?"));
        fail(1);
        yahoo.refusesPermits(new RateLimited("no permit", null));
        fail(1);

        Map<String, Counts> requests = SeenActivity.requests(activity);
        assertThat(requests).containsOnlyKeys("answered", "unavailable", "not_found");
        assertThat(requests).extractingByKey("unavailable").satisfies(counts -> {
            assertThat(counts.requests()).isEqualTo(ATTEMPTS);
            assertThat(counts.retries()).isEqualTo(ATTEMPTS - 1);
        });
        assertThat(requests)
                .extractingByKey("answered")
                .extracting(Counts::retries)
                .isEqualTo(0L);
    }

    @Test
    void breakerTellsWhatBecomesOfIt() throws Exception {
        yahoo.fails(DOWN);
        fail(5);

        BreakerSnapshot open = SeenActivity.breaker(activity);
        assertThat(open)
                .isEqualTo(new BreakerSnapshot(
                        BreakerState.OPEN,
                        clock.instant(),
                        clock.instant().plus(Duration.ofMinutes(5)),
                        "5 failures in a row"));

        clock.advance(Duration.ofMinutes(6));
        yahoo.answers();
        guarded.latest(AAPL);
        assertThat(SeenActivity.breaker(activity).state()).isEqualTo(BreakerState.HALF_OPEN);
        guarded.latest(AAPL);
        guarded.latest(AAPL);
        assertThat(SeenActivity.breaker(activity).state()).isEqualTo(BreakerState.CLOSED);

        yahoo.fails(new Unauthorized("no crumb"));
        fail(1);
        assertThat(SeenActivity.breaker(activity).reason()).isEqualTo("no crumb");
        assertThat(SeenActivity.transitions(activity))
                .isEqualTo(Map.of(BreakerState.OPEN, 2L, BreakerState.HALF_OPEN, 1L, BreakerState.CLOSED, 1L));
    }

    @Test
    void whateverIsThrownWhileAnAnswerIsReadIsAGarbledAnswer() {
        yahoo.throwsInstead(new ArithmeticException("long overflow"));

        SourceException garbled = refused();

        assertThat(garbled.failure())
                .isEqualTo(new Garbled("an answer that cannot be read: java.lang.ArithmeticException: long overflow"));
        assertThat(garbled.wasAsked()).isTrue();
        assertThat(yahoo.calls()).isEqualTo(ATTEMPTS);
    }

    @Test
    void anUnusableAnswerIsNotAskedForAgainAndLeavesTheCircuitClosed() {
        yahoo.fails(new Unusable("no currency"));
        fail(20);

        assertThat(yahoo.calls()).isEqualTo(20);
        assertThat(guarded.isAway()).isFalse();
    }

    @Test
    void fiveFailuresInARowOpenTheCircuit() {
        yahoo.fails(DOWN);
        fail(5);

        SourceException refused = refused();

        assertThat(refused.failure())
                .isEqualTo(new Unavailable("circuit is open until %s after failures in a row: down"
                        .formatted(clock.instant().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS))));
        assertThat(refused.wasAsked()).isFalse();
        assertThat(yahoo.calls()).isEqualTo(5 * ATTEMPTS);
        assertThat(guarded.untilAvailable()).isEqualTo(Duration.ofMinutes(5));
        assertThat(log.lines()).containsExactly("WARN yahoo circuit opened after 5 failures");
    }

    @Test
    void aSuccessBreaksTheRow() throws Exception {
        yahoo.fails(DOWN);
        fail(4);
        yahoo.answers();
        guarded.latest(AAPL);
        yahoo.fails(DOWN);
        fail(4);

        assertThat(guarded.untilAvailable()).isZero();
    }

    @Test
    void answersWithoutAPriceSayNothingAboutTheHealthOfTheSource() {
        for (SourceFailure failure : List.of(new NotFound("?"), new NoData("?"), new InvalidRequest("?"))) {
            yahoo.fails(failure);
            fail(6);
        }

        assertThat(guarded.untilAvailable()).isZero();
    }

    @Test
    void onlyProbesAreLetThroughAfterAWhileAndCloseTheCircuitAgain() throws Exception {
        yahoo.fails(DOWN);
        fail(5);
        clock.advance(Duration.ofMinutes(4));
        assertThat(guarded.untilAvailable()).isEqualTo(Duration.ofMinutes(1));
        assertThat(refused().wasAsked()).isFalse();

        clock.advance(Duration.ofMinutes(1).plusMillis(1));
        assertThat(guarded.untilAvailable()).isZero();
        yahoo.answers();
        for (int probe = 0; probe < 3; probe++) {
            guarded.latest(AAPL);
        }

        assertThat(log.lines())
                .containsExactly(
                        "WARN yahoo circuit opened after 5 failures",
                        "INFO yahoo circuit half-open, 3 probes are let through",
                        "INFO yahoo circuit closed");
    }

    @Test
    void failedProbesOpenTheCircuitForAnotherWhile() {
        yahoo.fails(DOWN);
        fail(5);
        clock.advance(Duration.ofMinutes(6));
        fail(3);

        assertThat(guarded.untilAvailable()).isEqualTo(Duration.ofMinutes(5));
        assertThat(log.lines()).endsWith("WARN yahoo circuit opened again after 3 failed probes");
    }

    @Test
    void anUnknownSymbolUsesUpNoProbe() throws Exception {
        yahoo.fails(DOWN);
        fail(5);
        clock.advance(Duration.ofMinutes(6));
        yahoo.fails(new NotFound("?"));
        fail(10);
        yahoo.answers();

        assertThat(guarded.latest(AAPL).source()).isEqualTo("yahoo");
    }

    @Test
    void aSpentQuotaOpensTheCircuitUntilThereIsOneAgain() {
        QuotaSpent spent = new QuotaSpent("25 a day", clock.instant().plus(Duration.ofHours(7)));
        yahoo.fails(spent);
        fail(1);

        assertThat(refused().failure()).isEqualTo(spent);
        assertThat(yahoo.calls()).isEqualTo(1);
        assertThat(guarded.untilAvailable()).isEqualTo(Duration.ofHours(7));
        assertThat(log.lines()).containsExactly("WARN yahoo circuit opened until 2026-03-03T19:00:00Z: 25 a day");
    }

    @Test
    void aQuotaThatOurOwnCountSaysIsSpentOpensTheCircuitToo() {
        yahoo.refusesPermits(new QuotaSpent("25 a day", clock.instant().plus(Duration.ofHours(7))));
        fail(1);

        assertThat(guarded.untilAvailable()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void aCallThatWasUnderWayCanProlongAnOpenCircuit() throws Exception {
        Breaker breaker = new Breaker(activity, Settings.guard().breaker(), clock);
        for (int i = 0; i < 6; i++) {
            breaker.enter();
        }
        for (int i = 0; i < 5; i++) {
            breaker.failed(new SourceException(DOWN));
        }
        assertThat(breaker.untilClosed()).isEqualTo(Duration.ofMinutes(5));

        breaker.failed(
                new SourceException(new QuotaSpent("25 a day", clock.instant().plus(Duration.ofHours(7)))));

        assertThat(breaker.untilClosed()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void aRefusedKeyOpensTheCircuitAtOnceAndIsNamedFromThenOn() {
        yahoo.fails(new Unauthorized("bad key"));
        fail(1);

        assertThat(refused().failure()).isEqualTo(new Unauthorized("bad key"));
        assertThat(yahoo.calls()).isEqualTo(1);
        assertThat(guarded.untilAvailable()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aPermitThatIsRefusedIsNeitherRetriedNorCounted() {
        yahoo.refusesPermits(new RateLimited("no call is free", null));
        fail(6);

        assertThat(guarded.untilAvailable()).isZero();
        assertThat(yahoo.calls()).isZero();
    }

    @Test
    void aSourceThatAsksToBeLeftAloneForLongIsNotAskedBeforehand() {
        yahoo.fails(new RateLimited("later", Duration.ofMinutes(10)));
        fail(1);
        assertThat(yahoo.calls()).isEqualTo(1);
        assertThat(guarded.untilAvailable()).isEqualTo(Duration.ofMinutes(10));

        clock.advance(Duration.ofMinutes(10));
        assertThat(guarded.untilAvailable()).isZero();
        fail(1);

        assertThat(yahoo.calls()).isEqualTo(2);
    }

    @Test
    void whatASourceDoesNotServeItIsNotAsked() {
        assertThatThrownBy(() -> guarded.latest(new Symbol("^GSPC")))
                .isInstanceOf(SourceException.class)
                .hasMessage("invalid_request: yahoo does not serve ^GSPC");
        assertThat(yahoo.calls()).isZero();
    }

    @Test
    void callsAreScarceWhileTheCircuitIsNotClosed() {
        assertThat(guarded.isScarce()).isFalse();
        yahoo.fails(DOWN);
        fail(5);

        assertThat(guarded.isScarce()).isTrue();
    }

    @Test
    void aThreadThatWaitsForItsNextAttemptCanBeInterrupted() throws Exception {
        var slow = new GuardSettings(
                Settings.guard().breaker(),
                new GuardSettings.Retry(3, Duration.ofHours(1), 2, Duration.ofHours(2), 0, Settings.LONG));
        yahoo.fails(DOWN);
        GuardedSource patient = new GuardedSource(yahoo, yahoo, slow, activity, clock);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                patient.latest(AAPL);
            } catch (InterruptedException | SourceException e) {
                thrown.set(e);
            }
        });
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);

        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(patient.untilAvailable()).isZero();
    }

    private SourceFailure failure() {
        return refused().failure();
    }

    private SourceException refused() {
        return catchThrowableOfType(SourceException.class, () -> guarded.latest(AAPL));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(refused()).isNotNull();
        }
    }
}
