package io.openalpha.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts failed attempts to sign in, by user and address and by address alone, in memory: a user who is attacked from
 * elsewhere is not locked out, and no address may try user after user. Only so many are remembered.
 */
final class LoginLimit {

    private static final int ADDRESS_FACTOR = 10;
    private static final int CAPACITY = 10_000;

    private final AccessProperties.Login settings;
    private final Clock clock;
    private final Map<String, Failures> byUser = Recent.map(CAPACITY);
    private final Map<String, Failures> byAddress = Recent.map(CAPACITY);

    LoginLimit(AccessProperties.Login settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** How long this user has to wait before the next attempt from this address; zero for not at all. */
    Duration wait(String user, String address) {
        Duration ofUser = wait(byUser.get(key(user, address)), settings.failures());
        Duration ofAddress = wait(byAddress.get(address), settings.failures() * ADDRESS_FACTOR);
        return ofUser.compareTo(ofAddress) > 0 ? ofUser : ofAddress;
    }

    void failed(String user, String address) {
        byUser.compute(key(user, address), (key, failures) -> oneMore(failures));
        byAddress.compute(address, (key, failures) -> oneMore(failures));
    }

    /** The user's failures are forgotten; the address's are not, or it could go on after each success of its own. */
    void succeeded(String user, String address) {
        byUser.remove(key(user, address));
    }

    private Failures oneMore(@Nullable Failures failures) {
        Instant now = clock.instant();
        return failures == null || !now.isBefore(failures.until)
                ? new Failures(1, now.plus(settings.window()))
                : new Failures(failures.count + 1, failures.until);
    }

    private Duration wait(@Nullable Failures failures, int allowed) {
        if (failures == null || failures.count < allowed) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), failures.until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Long names are cut: no user has one, and memory is bounded. */
    private static String key(String user, String address) {
        return String.join("\n", List.of(address, user.substring(0, Math.min(user.length(), 100))));
    }

    private record Failures(int count, Instant until) {}
}
