package io.openalpha.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginLimitTests {

    private final TestClock clock = TestClock.standingAt("2026-11-22T10:00:00Z");
    private final LoginLimit limit = new LoginLimit(new AccessProperties.Login(3, Duration.ofMinutes(5)), clock);

    @Test
    void userHasToWaitAfterSoManyFailures() {
        fail(2, "alice", "10.0.0.1");
        assertThat(limit.wait("alice", "10.0.0.1")).isZero();

        fail(1, "alice", "10.0.0.1");

        assertThat(limit.wait("alice", "10.0.0.1")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void userIsNotLockedOutByFailuresFromElsewhere() {
        fail(20, "alice", "10.0.0.1");

        assertThat(limit.wait("alice", "10.0.0.2")).isZero();
    }

    @Test
    void addressHasToWaitAfterFailuresOfManyUsers() {
        for (int user = 0; user < 30; user++) {
            fail(1, "user" + user, "10.0.0.1");
        }

        assertThat(limit.wait("another", "10.0.0.1")).isPositive();
    }

    @Test
    void successForgetsTheUsersFailuresButNotTheAddresss() {
        fail(2, "alice", "10.0.0.1");
        limit.succeeded("alice", "10.0.0.1");
        fail(2, "alice", "10.0.0.1");
        assertThat(limit.wait("alice", "10.0.0.1")).isZero();

        for (int round = 0; round < 13; round++) {
            fail(2, "alice", "10.0.0.1");
            limit.succeeded("alice", "10.0.0.1");
        }

        assertThat(limit.wait("alice", "10.0.0.1")).isPositive();
    }

    @Test
    void waitEnds() {
        fail(3, "alice", "10.0.0.1");

        clock.advance(Duration.ofMinutes(5));

        assertThat(limit.wait("alice", "10.0.0.1")).isZero();
        fail(1, "alice", "10.0.0.1");
        assertThat(limit.wait("alice", "10.0.0.1")).isZero();
    }

    @Test
    void floodOfNamesDoesNotMakeAnAddressForgotten() {
        fail(3, "alice", "10.0.0.1");
        for (int user = 0; user < 20_000; user++) {
            fail(1, "user" + user, "10.0.0.1");
        }

        assertThat(limit.wait("alice", "10.0.0.1")).isPositive();
    }

    private void fail(int times, String user, String address) {
        for (int time = 0; time < times; time++) {
            limit.failed(user, address);
        }
    }
}
