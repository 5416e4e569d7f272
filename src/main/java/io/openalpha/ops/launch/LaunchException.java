package io.openalpha.ops.launch;

/** A run could not be started, stopped or looked at; the message says why, for the user. */
public class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaunchException(String message) {
        super(message);
    }

    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
