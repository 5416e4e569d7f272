package io.openalpha.app;

/** The user asked for something that cannot be; the message tells them what and how to mend it. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
