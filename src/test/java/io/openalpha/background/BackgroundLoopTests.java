package io.openalpha.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.background.BackgroundLoop.OnClose;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class BackgroundLoopTests {

    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void roundsFollowOneAnother() {
        try (BackgroundLoop loop = loop(Duration.ofMillis(1), OnClose.INTERRUPT, rounds::incrementAndGet)) {
            loop.start();

            await().untilAsserted(() -> assertThat(rounds).hasValueGreaterThan(2));
        }
    }

    @Test
    void aWokenLoopDoesNotPause() {
        try (BackgroundLoop loop = loop(NEVER, OnClose.INTERRUPT, rounds::incrementAndGet)) {
            loop.start();
            loop.wake();

            await().untilAsserted(() -> assertThat(rounds).hasValue(1));
        }
    }

    @Test
    void callsThatComeBeforeARoundBeginsAreOneRound() {
        BackgroundLoop loop = loop(NEVER, OnClose.LAST_ROUND, rounds::incrementAndGet);
        loop.wake();
        loop.wake();
        loop.start();
        await().untilAsserted(() -> assertThat(rounds).hasValue(1));

        loop.close();

        assertThat(rounds).hasValue(2);
    }

    @Test
    void aLastRoundTakesWhatCameDuringThePause() {
        BackgroundLoop loop = loop(NEVER, OnClose.LAST_ROUND, rounds::incrementAndGet);
        loop.start();

        loop.close();

        assertThat(rounds).hasValue(1);
    }

    @Test
    void aRoundThatWaitsIsInterruptedAndNoOtherBegins() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        BackgroundLoop loop = loop(Duration.ofMillis(1), OnClose.INTERRUPT, () -> {
            rounds.incrementAndGet();
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        loop.start();
        waiting.await();

        loop.close();

        assertThat(interrupted).isTrue();
        assertThat(rounds).hasValue(1);
    }

    @Test
    void onlyTheThreadOfTheRoundsIsTheCurrentOne() {
        AtomicBoolean inside = new AtomicBoolean();
        BackgroundLoop[] itself = new BackgroundLoop[1];
        itself[0] = loop(NEVER, OnClose.LAST_ROUND, () -> inside.set(itself[0].isCurrentThread()));
        itself[0].start();

        assertThat(itself[0].isCurrentThread()).isFalse();
        itself[0].close();

        assertThat(inside).isTrue();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aRoundThatFailsIsFollowedByTheNextAndLoggedOnce(CapturedOutput output) {
        try (BackgroundLoop loop = loop(Duration.ofMillis(1), OnClose.INTERRUPT, () -> {
            rounds.incrementAndGet();
            throw new IllegalStateException("the disk is full");
        })) {
            loop.start();

            await().untilAsserted(() -> assertThat(rounds).hasValueGreaterThan(2));
        }
        assertThat(output).containsOnlyOnce("test-loop failed and is tried again every 1 ms: the disk is full");
    }

    private static BackgroundLoop loop(Duration pause, OnClose onClose, BackgroundLoop.Round round) {
        return new BackgroundLoop("test-loop", pause, onClose, round);
    }
}
