package io.openalpha.source.alphavantage;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.time.LocalDate;

/** The bucket in which the calls of one day are counted; its name tells the day and the limit. */
record DayBucket(QuotaDay day, int calls) {

    /** How long a bucket stays in the table after it was last used, which is longer than it lives. */
    static final Duration KEPT = Duration.ofDays(2);

    private static final String SOURCE = AlphaVantageSource.NAME + " ";
    private static final String LIMIT = " of ";

    /** @throws IllegalArgumentException if it is not the name of such a bucket */
    static DayBucket parse(String id) {
        int limit = id.lastIndexOf(LIMIT);
        LocalDate date = LocalDate.parse(id.substring(SOURCE.length(), limit));
        return new DayBucket(new QuotaDay(date), Integer.parseInt(id.substring(limit + LIMIT.length())));
    }

    String id() {
        return SOURCE + day.date() + LIMIT + calls;
    }

    /** It is never filled again. */
    BucketConfiguration configuration() {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(calls)
                        .refillIntervally(calls, KEPT)
                        .build())
                .build();
    }
}
