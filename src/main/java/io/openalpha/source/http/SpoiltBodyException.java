package io.openalpha.source.http;

import java.io.IOException;

/** An answer that came but is of no use, told apart from one that did not come. */
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
