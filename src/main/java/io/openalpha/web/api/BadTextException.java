package io.openalpha.web.api;

/** A text that is not what a parameter wants. */
final class BadTextException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String wanted;

    BadTextException(String wanted, RuntimeException cause) {
        super(wanted, cause);
        this.wanted = wanted;
    }

    /** What it should have been, such as "a day such as 2026-11-22". */
    String wanted() {
        return wanted;
    }
}
