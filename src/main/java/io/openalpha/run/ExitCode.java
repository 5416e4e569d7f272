package io.openalpha.run;

/** How a command ended, as the shell and Kubernetes see it; stable from release to release. */
public enum ExitCode {
    /** Done; also: there was nothing to do. */
    DONE(0),
    /** A check found something that needs attention. */
    FOUND(1),
    /** Bad usage or configuration: the same call will fail again. */
    USAGE(2),
    /** The job failed: the same call may succeed later, and resumes. */
    FAILED(3),
    /** Stopped on request: the same run id resumes. */
    STOPPED(4),
    /** Another run of the job is at work. */
    LOCKED(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
