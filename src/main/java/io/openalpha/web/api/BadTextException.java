package io.openalpha.web.api;

/** A text that is no value of a parameter. */
final class BadTextException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String expected;

    BadTextException(String expected, RuntimeException cause) {
        super(expected, cause);
        this.expected = expected;
    }

    /** What it should have been, such as "a day such as 2026-11-22". */
    String expected() {
        return expected;
    }
}
