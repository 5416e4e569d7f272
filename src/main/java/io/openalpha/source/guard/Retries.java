package io.openalpha.source.guard;

import io.openalpha.source.wire.SourceException;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** Repeats a failed call as long as that may help. */
final class Retries {

    private final RetryTemplate template;

    Retries(GuardSettings.Retry settings) {
        this.template = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(settings.attempts() - 1L)
                .delay(settings.delay())
                .multiplier(settings.multiplier())
                .maxDelay(settings.maxDelay())
                .jitter(settings.delay()
                        .multipliedBy(Math.round(settings.jitter() * 1000))
                        .dividedBy(1000))
                .predicate(Retries::mayHelp)
                .build());
    }

    private static boolean mayHelp(Throwable thrown) {
        return thrown instanceof SourceException e
                && e.wasAsked()
                && FailurePolicy.of(e.failure()).isRetried();
    }

    /**
     * @throws SourceException the last failure
     * @throws InterruptedException if the thread was interrupted during a call or between two
     */
    <T> T call(SourceCall<T> call) throws SourceException, InterruptedException {
        try {
            return template.execute(call::run);
        } catch (RetryException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted between two attempts");
            }
            throw unwrapped(e);
        }
    }

    private static SourceException unwrapped(RetryException e) throws InterruptedException {
        if (e.getCause() instanceof SourceException failed) {
            return failed;
        }
        if (e.getCause() instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(e.getCause());
    }
}
