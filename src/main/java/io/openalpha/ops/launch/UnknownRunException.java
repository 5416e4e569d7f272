package io.openalpha.ops.launch;

/** There is no such run; the message names it. */
public class UnknownRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownRunException(String message) {
        super(message);
    }
}
