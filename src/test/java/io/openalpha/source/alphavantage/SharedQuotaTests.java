package io.openalpha.source.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.activity.QuotaLeft;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.QuotaSpent;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SharedQuotaTests {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final Quote QUOTE =
            new Quote(new Symbol("IBM"), NOON, BigDecimal.TEN, 1, "USD", "alphavantage", NOON);

    @AutoClose
    private final TestDatabase migrated = TestDatabase.fresh();

    private final DataSource database = migrated.dataSource();

    @Test
    void allCallsOfADayAreSharedByEverybodyOnOneDatabase() throws Exception {
        SharedQuota one = quota(database, 1_000_000, 3, 0, NOON);
        SharedQuota other = quota(database, 1_000_000, 3, 0, NOON);

        one.call(() -> QUOTE);
        other.call(() -> QUOTE);
        one.call(() -> QUOTE);

        SourceException refused = refusal(other);
        assertThat(refused.failure()).isInstanceOf(QuotaSpent.class);
        assertThat(refused.wasAsked()).isFalse();
        assertThat(other.untilAllowed()).isEqualTo(Duration.ofHours(17));
    }

    @Test
    void aSpentDayEndsAtMidnightInNewYork() throws Exception {
        quota(database, 1_000_000, 1, 0, NOON).call(() -> QUOTE);

        SourceFailure refused = refusal(quota(database, 1_000_000, 1, 0, NOON)).failure();

        assertThat(((QuotaSpent) refused).until()).isEqualTo(Instant.parse("2026-03-04T05:00:00Z"));
        assertThat(quota(database, 1_000_000, 1, 0, Instant.parse("2026-03-04T05:00:00Z"))
                        .call(() -> QUOTE))
                .isEqualTo(QUOTE);
    }

    @Test
    void aCallThatWouldWaitTooLongForItsTurnIsRefusedAndCostsNothing() throws Exception {
        SharedQuota quota = quota(database, 5, 25, 0, NOON);
        quota.call(() -> QUOTE);

        SourceFailure refused = refusal(quota).failure();

        assertThat(refused).isInstanceOf(RateLimited.class);
        assertThat(((RateLimited) refused).retryAfter()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(13));
        assertThat(quota.untilAllowed()).isPositive();
        assertThat(buckets(5, 25).of(QuotaDay.at(NOON)).getAvailableTokens()).isEqualTo(24);
    }

    @Test
    void callsAreScarceWhenOnlyTheReserveIsLeft() throws Exception {
        SharedQuota quota = quota(database, 1_000_000, 3, 2, NOON);
        assertThat(quota.isScarce()).isFalse();

        quota.call(() -> QUOTE);

        assertThat(quota.isScarce()).isTrue();
    }

    @Test
    void whatIsLeftOfTheDayCanBeReadWithoutKnowingTheLimit() throws Exception {
        QuotaReader reader = new QuotaReader(database, Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(reader.left()).isEmpty();
        Instant midnight = Instant.parse("2026-03-04T05:00:00Z");

        SharedQuota quota = quota(database, 1_000_000, 2, 0, NOON);
        quota.call(() -> QUOTE);
        assertThat(reader.left()).contains(new QuotaLeft(2, 1, midnight));
        quota.call(() -> QUOTE);
        assertThat(reader.left()).contains(new QuotaLeft(2, 0, midnight));

        QuotaReader tomorrow = new QuotaReader(database, Clock.fixed(midnight, ZoneOffset.UTC));
        assertThat(tomorrow.left()).contains(new QuotaLeft(2, 2, Instant.parse("2026-03-05T05:00:00Z")));
    }

    @Test
    void theFirstCallOfADayRemovesTheCountsOfPastDays() throws Exception {
        JdbcClient sql = JdbcClient.create(database);
        sql.sql("insert into source_quota (id, expires_at) values ('a past day', 1)")
                .update();

        quota(database, 1_000_000, 3, 0, NOON).call(() -> QUOTE);

        assertThat(sql.sql("select id from source_quota").query(String.class).list())
                .hasSize(2)
                .doesNotContain("a past day");
    }

    @Test
    void nobodyCallsUncountedWhenTheDatabaseIsGone() {
        var gone = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/gone");
        SharedQuota quota = quota(gone, 5, 25, 0, NOON);

        SourceException refused = refusal(quota);

        assertThat(refused.failure()).isInstanceOf(Unavailable.class);
        assertThat(refused.wasAsked()).isFalse();
        assertThat(quota.isScarce()).isTrue();
        assertThat(quota.untilAllowed()).isPositive();
    }

    private static SourceException refusal(SharedQuota quota) {
        return catchThrowableOfType(
                SourceException.class,
                () -> quota.call(() -> {
                    throw new AssertionError("called");
                }));
    }

    private static SharedQuota quota(DataSource database, int aMinute, int aDay, int reserve, Instant now) {
        return new SharedQuota(database, settings(aMinute, aDay, reserve), Clock.fixed(now, ZoneOffset.UTC));
    }

    private QuotaBuckets buckets(int aMinute, int aDay) {
        return new QuotaBuckets(database, settings(aMinute, aDay, 0));
    }

    private static AlphaVantageSettings settings(int aMinute, int aDay, int reserve) {
        return new AlphaVantageSettings(
                URI.create("http://localhost"), "key", 1_000_000, aMinute, aDay, reserve, 5, Duration.ofMillis(50));
    }
}
