package io.openalpha.run;

/** Another run of the job holds its lock. */
final class LockHeldException extends Exception {

    private static final long serialVersionUID = 1L;

    LockHeldException(String jobName, String holder) {
        super("%s is already at work: %s".formatted(jobName, holder));
    }
}
