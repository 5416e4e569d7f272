package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openalpha.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotePartitionsTests {

    private static final Instant NOW = Instant.parse("2026-11-30T23:59:59Z");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final StoredQuotes quotes = at(NOW);

    @Test
    void areMadeForThisMonthAndTheNextThree() {
        quotes.partitions.prepare();

        assertThat(quotes.partitionNames())
                .containsExactly("quote_2026_11", "quote_2026_12", "quote_2027_01", "quote_2027_02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "tr-TR", "de-DE"})
    void areNamedAlikeInEveryLanguage(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            quotes.partitions.prepare();
        } finally {
            Locale.setDefault(before);
        }

        assertThat(quotes.partitionNames())
                .containsExactly("quote_2026_11", "quote_2026_12", "quote_2027_01", "quote_2027_02");
    }

    @Test
    void followTheCalendar() {
        quotes.partitions.prepare();
        at(NOW.plusSeconds(1)).partitions.prepare();

        assertThat(quotes.partitionNames()).hasSize(5).last().isEqualTo("quote_2027_03");
    }

    @Test
    void holdEveryMomentOfTheirMonth() {
        quotes.know("AAPL");
        List<String> moments = List.of("2026-12-01T00:00:00Z", "2026-12-31T23:59:59.999999Z", "2027-01-01T00:00:00Z");

        quotes.store.save(moments.stream()
                .map(Instant::parse)
                .map(QuotePartitionsTests::quote)
                .toList());

        assertThat(rowsOf("quote_2026_12")).isEqualTo(2);
        assertThat(rowsOf("quote_2027_01")).isOne();
    }

    @Test
    void haveTheConstraintsOfTheTable() {
        quotes.partitions.prepare();

        assertThat(quotes.jdbc
                        .sql("select contype::text from pg_constraint where conrelid = 'quote_2026_11'::regclass")
                        .query((row, number) -> row.getString(1))
                        .list())
                .contains("p", "f", "c");
    }

    @Test
    @Timeout(60)
    void mayBeMadeByTwoAtOnce() {
        StoredQuotes other = at(NOW);
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Void>> both = List.of(quotes, other).stream()
                .map(one -> CompletableFuture.runAsync(
                        () -> {
                            try {
                                start.await(30, TimeUnit.SECONDS);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            one.partitions.prepare();
                        },
                        task -> new Thread(task).start()))
                .toList();

        both.forEach(CompletableFuture::join);

        assertThat(quotes.partitionNames()).hasSize(4);
    }

    @Test
    @Timeout(60)
    void areMadeInTheMiddleOfATransactionAndOutliveIt() {
        quotes.know("AAPL");

        quotes.transaction.executeWithoutResult(status -> {
            quotes.store.save(List.of(quote(NOW)));
            quotes.store.save(List.of(quote(Instant.parse("2020-02-29T12:00:00Z"))));
            status.setRollbackOnly();
        });

        assertThat(quotes.partitionNames()).containsExactly("quote_2020_02", "quote_2026_11");
        assertThat(rowsOf("quote")).isZero();
    }

    @Test
    void areDroppedOnlyWhenAllOfTheirMonthIsTooOld() {
        quotes.know("AAPL");
        quotes.store.save(List.of(
                quote(Instant.parse("2026-09-01T00:00:00Z")),
                quote(Instant.parse("2026-08-31T23:59:59Z")),
                quote(Instant.parse("2019-05-01T00:00:00Z"))));
        quotes.partitions.prepare();

        assertThat(quotes.partitions.retire(Period.ofDays(90))).containsExactly("quote_2019_05", "quote_2026_08");

        assertThat(quotes.partitionNames()).first().isEqualTo("quote_2026_09");
        assertThat(rowsOf("quote")).isOne();
    }

    @Test
    void areCountedInMonthsAndYearsToo() {
        quotes.partitions.cover(List.of(
                Instant.parse("2025-10-31T00:00:00Z"),
                Instant.parse("2025-11-01T00:00:00Z"),
                Instant.parse("2026-10-01T00:00:00Z")));

        assertThat(quotes.partitions.retire(Period.ofYears(1))).containsExactly("quote_2025_10");
        assertThat(quotes.partitions.retire(Period.ofMonths(1))).containsExactly("quote_2025_11");
    }

    @Test
    void areKeptForEverByDefault() {
        quotes.partitions.cover(List.of(Instant.parse("1998-01-01T00:00:00Z")));

        assertThat(quotes.partitions.retire(Period.ZERO)).isEmpty();
        assertThat(quotes.partitionNames()).containsExactly("quote_1998_01");
    }

    @Test
    void areNotDroppedByANegativeRetention() {
        quotes.partitions.prepare();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> quotes.partitions.retire(Period.ofDays(-40)))
                .withMessage("retention of quotes must not be negative but is P-40D");
        assertThat(quotes.partitionNames()).hasSize(4);
    }

    @Test
    void areMadeAgainWhenTheyWereDropped() {
        quotes.know("AAPL");
        Quote old = quote(Instant.parse("2019-05-01T00:00:00Z"));
        quotes.store.save(List.of(old));
        quotes.partitions.retire(Period.ofYears(1));

        quotes.store.save(List.of(old));

        assertThat(rowsOf("quote_2019_05")).isOne();
    }

    private StoredQuotes at(Instant now) {
        return new StoredQuotes(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private long rowsOf(String table) {
        return quotes.jdbc
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static Quote quote(Instant at) {
        return new Quote(new Symbol("AAPL"), at, BigDecimal.ONE, 1, "USD", "yahoo", NOW);
    }
}
