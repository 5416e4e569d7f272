package io.openalpha.source;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The order of the sources.
 *
 * @param preferred the source that is asked first; the other is its fallback
 */
@Validated
@ConfigurationProperties("openalpha.source")
public record SourceSettings(@DefaultValue("yahoo") @NotNull Preferred preferred) {

    /** The sources that may be preferred. */
    public enum Preferred {
        YAHOO,
        /** Yahoo, under the name of the Python library for it. */
        YFINANCE,
        ALPHAVANTAGE
    }
}
