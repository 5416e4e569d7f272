package io.openalpha.ml.model;

import org.jspecify.annotations.Nullable;

/**
 * A model cannot be stored or read; the message says which, where and why, and what to do if anything.
 */
public final class ModelStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
