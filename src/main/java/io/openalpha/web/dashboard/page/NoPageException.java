package io.openalpha.web.dashboard.page;

/** There is nothing to show under an address. */
public final class NoPageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message a sentence about what is not there */
    public NoPageException(String message) {
        super(message);
    }
}
