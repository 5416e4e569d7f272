package io.openalpha.source;

import io.openalpha.source.activity.ActivityReader;
import io.openalpha.source.activity.BreakerSnapshot;
import io.openalpha.source.activity.QuotaLeft;
import io.openalpha.source.activity.SourceRecord;
import io.openalpha.source.alphavantage.AlphaVantageSource;
import io.openalpha.source.alphavantage.QuotaReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the state of the sources, from the records of all processes. */
public final class SourceHealthReader {

    private static final Duration DAY = Duration.ofDays(1);

    private final ActivityReader activity;
    private final QuotaReader quotas;

    SourceHealthReader(ActivityReader activity, QuotaReader quotas) {
        this.activity = activity;
        this.quotas = quotas;
    }

    /** The last day of each source that was asked or has a quota, by name; with two statements. */
    public List<SourceHealth> lastDay() {
        List<SourceHealth> health = new ArrayList<>();
        QuotaLeft quota = quotas.left().orElse(null);
        if (quota != null) {
            health.add(new SourceHealth(
                    new SourceRecord(AlphaVantageSource.NAME, Map.of(), BreakerSnapshot.CLOSED), quota));
        }
        for (SourceRecord record : activity.during(DAY)) {
            boolean counted = record.source().equals(AlphaVantageSource.NAME);
            health.removeIf(known -> known.name().equals(record.source()));
            health.add(new SourceHealth(record, counted ? quota : null));
        }
        return List.copyOf(health);
    }
}
