package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class QuoteLevelsTests {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    private static final Symbol AAA = new Symbol("AAA");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final QuoteLevels levels =
            new QuoteLevels(JdbcClient.create(database.dataSource()), Clock.fixed(now, ZoneOffset.UTC));

    @Test
    void areThoseOfTheLastFinalBarEvenWhereThereIsALaterQuote() {
        bars(bar(2, 10, true), bar(1, 11, true), bar(0, 12, false));
        quote(0, "99");

        assertThat(levels.of(List.of(AAA, new Symbol("NEW"))))
                .containsOnly(Map.entry(AAA, new QuoteLevel("USD", 11.0, today.minusDays(1))));
    }

    @Test
    void haveNoPriceWhereTheLastBarIsOld() {
        bars(bar(31, 10, true));

        assertThat(levels.of(List.of(AAA)))
                .containsOnly(Map.entry(AAA, new QuoteLevel("USD", null, today.minusDays(31))));
    }

    @Test
    void areThoseOfTheLastQuoteWhereThereAreNoBars() {
        quote(1, "7.5");
        quote(2, "9");

        assertThat(levels.of(List.of(AAA)))
                .containsOnly(Map.entry(AAA, new QuoteLevel("USD", 7.5, today.minusDays(1))));
    }

    @Test
    void areNotThoseOfAnOldQuote() {
        quote(11, "7.5");

        assertThat(levels.of(List.of(AAA))).isEmpty();
    }

    private DailyBar bar(int daysAgo, double close, boolean isFinal) {
        return new DailyBar(today.minusDays(daysAgo), close, close, close, close, close, 1_000, isFinal);
    }

    private void bars(DailyBar... bars) {
        WholeHistory.store(database.dataSource(), Map.of(AAA, List.of(bars)));
    }

    private void quote(int daysAgo, String price) {
        Instant at = today.minusDays(daysAgo).atStartOfDay().toInstant(ZoneOffset.UTC);
        StoredQuotes quotes = new StoredQuotes(database, Clock.fixed(now, ZoneOffset.UTC));
        quotes.know("AAA");
        quotes.store.save(List.of(new Quote(AAA, at, new BigDecimal(price), 1, "USD", "test", at)));
    }
}
