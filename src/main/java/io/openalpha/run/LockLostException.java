package io.openalpha.run;

/** The run lost its lock to another one: it may commit nothing more. */
final class LockLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockLostException(String message) {
        super(message);
    }
}
