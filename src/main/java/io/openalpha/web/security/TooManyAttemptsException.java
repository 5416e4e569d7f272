package io.openalpha.web.security;

import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;

/** Sign-in is blocked without checking the password: there were too many failed attempts before. */
final class TooManyAttemptsException extends AccountStatusException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyAttemptsException(Duration wait) {
        super("too many failed attempts to sign in; wait %s seconds".formatted(roundedUp(wait)));
        this.seconds = roundedUp(wait);
    }

    /** How long to wait: 1 or more. */
    long seconds() {
        return seconds;
    }

    private static long roundedUp(Duration wait) {
        return wait.toSeconds() + 1;
    }
}
