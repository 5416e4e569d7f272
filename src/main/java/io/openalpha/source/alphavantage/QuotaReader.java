package io.openalpha.source.alphavantage;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.openalpha.source.activity.QuotaLeft;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how many calls to Alpha Vantage all processes have left today, without knowing the key's limits. */
public final class QuotaReader {

    private final JdbcClient jdbc;
    private final ProxyManager<String> buckets;
    private final Clock clock;

    public QuotaReader(DataSource database, Clock clock) {
        this.jdbc = JdbcClient.create(database);
        this.buckets = QuotaBuckets.manager(database);
        this.clock = clock;
    }

    /** The calls left today; empty if none was made in the last days. */
    public Optional<QuotaLeft> left() {
        return jdbc.sql("select id from source_quota where id like 'alphavantage % of %' order by id desc limit 1")
                .query(String.class)
                .optional()
                .map(DayBucket::parse)
                .map(this::left);
    }

    private QuotaLeft left(DayBucket newest) {
        QuotaDay today = QuotaDay.at(clock.instant());
        long left = newest.day().equals(today)
                ? buckets.builder().build(newest.id(), newest::configuration).getAvailableTokens()
                : newest.calls();
        return new QuotaLeft(newest.calls(), Math.max(0, left), today.end());
    }
}
