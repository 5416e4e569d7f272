package io.openalpha.run;

/** The run may not begin: nothing was written. The message is for the person who started it. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private RefusedException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Another run of the job is at work. */
    static RefusedException locked(String jobName, String holder) {
        return new RefusedException(ExitCode.LOCKED, "%s is already at work: %s".formatted(jobName, holder));
    }

    /** The same call will be refused again. */
    static RefusedException misused(String message) {
        return new RefusedException(ExitCode.USAGE, message);
    }

    /** There is nothing left to do. */
    static RefusedException done(String message) {
        return new RefusedException(ExitCode.DONE, message);
    }

    /** A stop was asked for before anything was done. */
    static RefusedException stopped(String jobName) {
        return new RefusedException(ExitCode.STOPPED, jobName + " stopped before it began");
    }

    RunEnd end() {
        return new RunEnd(exitCode, String.valueOf(getMessage()));
    }
}
