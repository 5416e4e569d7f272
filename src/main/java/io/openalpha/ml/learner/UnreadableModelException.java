package io.openalpha.ml.learner;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes that are not a complete artifact of a model. The message says what is wrong with them. */
public final class UnreadableModelException extends IOException {

    public UnreadableModelException(String message) {
        this(message, null);
    }

    public UnreadableModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
