package io.openalpha.source.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Takes a secret out of text that people will see.
 *
 * @param secret what must not be seen; empty if there is nothing to hide
 */
public record Redaction(String secret) {

    /** Hides nothing. */
    public static final Redaction NONE = new Redaction("");

    /** The text with each occurrence of the secret replaced, as it is and as it stands in a URL. */
    public String apply(String text) {
        if (secret.isEmpty()) {
            return text;
        }
        return text.replace(secret, "***").replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "***");
    }

    @Override
    public String toString() {
        return "Redaction";
    }
}
