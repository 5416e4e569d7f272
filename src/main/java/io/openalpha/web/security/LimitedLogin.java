package io.openalpha.web.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs users in by their password, unless there were too many wrong ones. */
final class LimitedLogin implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final LoginLimit limit;
    private final RefusalLog log;

    LimitedLogin(AuthenticationProvider passwords, LoginLimit limit, RefusalLog log) {
        this.passwords = passwords;
        this.limit = limit;
        this.log = log;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        String address = address(attempt);
        Duration wait = limit.wait(user, address);
        if (!wait.isZero()) {
            throw new TooManyAttemptsException(wait);
        }
        try {
            Authentication signedIn = passwords.authenticate(attempt);
            limit.succeeded(user, address);
            return signedIn;
        } catch (AuthenticationException e) {
            limit.failed(user, address);
            log.wrongPassword(user, address);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return passwords.supports(attempt);
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
    }
}
