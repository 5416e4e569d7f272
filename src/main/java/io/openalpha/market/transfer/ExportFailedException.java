package io.openalpha.market.transfer;

/** An export could not be written; an earlier one is as it was. The message says where and why. */
public final class ExportFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
