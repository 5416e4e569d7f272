package io.openalpha.ml.model;

/** There is no such version; the message names it. */
public final class UnknownVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownVersionException(VersionName version) {
        super("there is no version %s: 'openalpha models list' lists them".formatted(version));
    }
}
