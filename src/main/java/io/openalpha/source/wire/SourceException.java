package io.openalpha.source.wire;

/** A source gave no price. It carries neither a stack trace nor a cause: the failure says it all. */
public final class SourceException extends Exception {

    private final SourceFailure failure;
    private final boolean asked;

    /** The source was asked and failed. */
    public SourceException(SourceFailure failure) {
        this(failure, true);
    }

    private SourceException(SourceFailure failure, boolean asked) {
        super(failure.reason() + ": " + failure.detail(), null, false, false);
        this.failure = failure;
        this.asked = asked;
    }

    /** The source was not asked, because it is known to fail or its limits forbid it now. */
    public static SourceException notAsked(SourceFailure failure) {
        return new SourceException(failure, false);
    }

    public SourceFailure failure() {
        return failure;
    }

    /** Whether a request was made; only then does the outcome say something new about the source. */
    public boolean wasAsked() {
        return asked;
    }
}
