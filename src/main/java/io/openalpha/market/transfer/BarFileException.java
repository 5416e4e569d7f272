package io.openalpha.market.transfer;

/** A file of bars is not what it should be; the message says where and why, for the person who brought it. */
public final class BarFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BarFileException(String message) {
        super(message);
    }
}
