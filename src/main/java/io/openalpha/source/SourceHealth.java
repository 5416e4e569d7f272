package io.openalpha.source;

import io.openalpha.source.activity.QuotaLeft;
import io.openalpha.source.activity.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The state of a source.
 *
 * @param record its recent requests and its breaker
 * @param quota calls left today; null where it has no daily quota, or had no call for days
 */
public record SourceHealth(SourceRecord record, @Nullable QuotaLeft quota) {

    /** The name of the source. */
    public String name() {
        return record.source();
    }
}
