package io.openalpha.source.alphavantage;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import javax.sql.DataSource;

/** The buckets of Alpha Vantage's limits in the table {@code source_quota}. */
final class QuotaBuckets {

    private static final int REMOVED_AT_ONCE = 100;

    /**
     * Calls leave evenly but do not arrive so: a little more than the nominal distance keeps two that were on their way
     * for different times from falling into one window.
     */
    private static final double MARGIN = 1.02;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> manager;
    private final AlphaVantageSettings settings;

    QuotaBuckets(DataSource database, AlphaVantageSettings settings) {
        this.settings = settings;
        this.manager = manager(database);
    }

    static PostgreSQLSelectForUpdateBasedProxyManager<String> manager(DataSource database) {
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("source_quota")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(DayBucket.KEPT))
                .build();
    }

    /** The calls of one day. Each day has a bucket of its own, which is never filled again. */
    Bucket of(QuotaDay day) {
        DayBucket bucket = new DayBucket(day, settings.callsPerDay());
        return manager.builder().build(bucket.id(), bucket::configuration);
    }

    /** Calls a second and a minute, one at a time: a bucket that saves calls up would let too many go at once. */
    Bucket rate() {
        double distance = Math.max(1.0 / settings.callsPerSecond(), 60.0 / settings.callsPerMinute());
        Duration period = Duration.ofNanos(Math.round(distance * MARGIN * 1e9));
        Bandwidth limit =
                Bandwidth.builder().capacity(1).refillIntervally(1, period).build();
        return manager.builder().build("alphavantage every " + period, () -> BucketConfiguration.builder()
                .addLimit(limit)
                .build());
    }

    /** Removes the buckets of past days. */
    void removeOld() {
        manager.removeExpired(REMOVED_AT_ONCE);
    }
}
