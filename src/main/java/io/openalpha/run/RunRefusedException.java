package io.openalpha.run;

/** The run may not begin: nothing was written. The message is for the user. */
final class RunRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private RunRefusedException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Another run of the job is at work. */
    static RunRefusedException locked(String jobName, String holder) {
        return new RunRefusedException(ExitCode.LOCKED, "%s is already at work: %s".formatted(jobName, holder));
    }

    /** The same call will be refused again. */
    static RunRefusedException misused(String message) {
        return new RunRefusedException(ExitCode.USAGE, message);
    }

    /** There is nothing left to do. */
    static RunRefusedException done(String message) {
        return new RunRefusedException(ExitCode.DONE, message);
    }

    /** A stop was asked for before anything was done. */
    static RunRefusedException stopped(String jobName) {
        return new RunRefusedException(ExitCode.STOPPED, jobName + " stopped before it began");
    }

    /** Whether it is another run that is in the way, and waiting may help. */
    boolean isLocked() {
        return exitCode == ExitCode.LOCKED;
    }

    RunEnd end() {
        return new RunEnd(exitCode, String.valueOf(getMessage()));
    }
}
