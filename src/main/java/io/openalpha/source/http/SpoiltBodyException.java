package io.openalpha.source.http;

import java.io.IOException;

/** An answer that came but cannot be used, as opposed to one that did not come. */
final class SpoiltBodyException extends IOException {

    private final String complaint;

    SpoiltBodyException(String complaint) {
        super(complaint);
        this.complaint = complaint;
    }

    String complaint() {
        return complaint;
    }
}
