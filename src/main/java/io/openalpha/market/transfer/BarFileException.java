package io.openalpha.market.transfer;

/** A file of bars cannot be imported; the message says where and why, for the user. */
public class BarFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BarFileException(String message) {
        super(message);
    }
}
