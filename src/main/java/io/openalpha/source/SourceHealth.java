package io.openalpha.source;

import io.openalpha.source.activity.QuotaLeft;
import io.openalpha.source.activity.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * How a source fares.
 *
 * @param record what was seen of it lately, and its breaker
 * @param quota what it still allows today; null where it counts no days, or nobody has asked it for days
 */
public record SourceHealth(SourceRecord record, @Nullable QuotaLeft quota) {

    /** The name of the source. */
    public String name() {
        return record.source();
    }
}
