package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openalpha.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

class QuoteStoreTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final StoredQuotes quotes = new StoredQuotes(database, Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void knowSymbols() {
        quotes.know("AAPL", "BRK.B", "BRK-B");
    }

    @Test
    void givesBackWhatItStored() {
        Quote quote = new Quote(
                new Symbol("BRK.B"),
                Instant.parse("2026-11-20T11:59:58.123456Z"),
                new BigDecimal("495.17"),
                Long.MAX_VALUE,
                "USD",
                "yahoo",
                NOON);

        quotes.store.save(List.of(quote));

        assertThat(quotes.store.latest(List.of())).containsExactly(quote);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "495.17", "0.00000001", "999999999999.99999999", "123456789012.12345678", "1000000"})
    void storesPricesExactly(String price) {
        quotes.store.save(List.of(quote("AAPL", NOON, price)));

        assertThat(quotes.store.latest(List.of()).get(0).price()).isEqualByComparingTo(price);
    }

    /** Whether the quote of a Tuesday's session, opened at 14:30 in New York, is old at a time. */
    private boolean isOld(String symbol, String now) {
        return quotes.store.old(List.of(new Symbol(symbol)), Instant.parse(now)).contains(new Symbol(symbol));
    }

    @Test
    void aQuoteIsOldOnceHalfOfItsMarketHasOneOfALaterSession() {
        Instant tuesday = Instant.parse("2026-11-17T14:30:00Z");
        quotes.know("MSFT", "VOD.L", "BTC-USD");
        quotes.store.save(List.of(
                quote("AAPL", tuesday, "1"),
                quote("MSFT", tuesday.plusSeconds(6 * 3600), "1"),
                quote("BRK.B", tuesday, "1"),
                quote("VOD.L", tuesday.plusSeconds(86_400), "1"),
                quote("BTC-USD", tuesday.plusSeconds(172_800), "1")));

        assertThat(quotes.store.old(List.of(), Instant.parse("2026-11-19T20:00:00Z")))
                .isEmpty();

        Instant wednesday = Instant.parse("2026-11-18T14:30:00Z");
        quotes.store.save(List.of(quote("MSFT", wednesday, "1"), quote("BRK.B", wednesday, "1")));

        assertThat(quotes.store.old(List.of(), wednesday)).containsExactly(new Symbol("AAPL"));
    }

    @Test
    void aQuoteThatNothingElseTellsOfIsOldOnceTwoWeekdaysHavePassed() {
        quotes.store.save(List.of(quote("AAPL", Instant.parse("2026-11-17T14:30:00Z"), "1")));

        assertThat(isOld("AAPL", "2026-11-19T20:00:00Z")).isFalse();
        assertThat(isOld("AAPL", "2026-11-20T20:00:00Z")).isTrue();

        quotes.store.save(List.of(quote("AAPL", Instant.parse("2026-11-20T14:30:00Z"), "1")));

        assertThat(isOld("AAPL", "2026-11-24T20:00:00Z")).isFalse();
        assertThat(isOld("AAPL", "2026-11-25T20:00:00Z")).isTrue();
    }

    @Test
    void aQuoteIsOldBesideALaterBarOfItsSymbol() {
        quotes.store.save(List.of(quote("AAPL", Instant.parse("2026-11-17T14:30:00Z"), "1")));
        quotes.jdbc
                .sql("insert into bar_series values ('AAPL', 'NMS', 'USD', 'America/New_York', true, '2026-11-01',"
                        + " '2026-11-18', now())")
                .update();
        quotes.jdbc
                .sql("insert into daily_bar values ('AAPL', '2026-11-17', 1, 1, 1, 1, 1, 1, true, true, 'x', now())")
                .update();
        assertThat(isOld("AAPL", "2026-11-18T20:00:00Z")).isFalse();

        quotes.jdbc.sql("update daily_bar set date = '2026-11-18'").update();

        assertThat(isOld("AAPL", "2026-11-18T20:00:00Z")).isTrue();
    }

    @Test
    void replacesAQuoteOfTheSameTime() {
        quotes.store.save(List.of(quote("AAPL", NOON, "1")));
        Quote correction =
                new Quote(new Symbol("AAPL"), NOON, new BigDecimal("2"), 9, "EUR", "alphavantage", NOON.plusSeconds(9));

        quotes.store.save(List.of(correction));

        assertThat(quotes.store.latest(List.of())).containsExactly(correction);
        assertThat(rows()).isOne();
    }

    @Test
    void findsTheLatestOfEachSymbolWhicheverCameFirst() {
        quotes.store.save(List.of(
                quote("AAPL", NOON, "3"),
                quote("BRK.B", NOON.minusSeconds(86_400), "2"),
                quote("BRK-B", NOON.minusSeconds(60), "4")));
        quotes.store.save(List.of(quote("AAPL", Instant.parse("2026-10-31T00:00:00Z"), "1")));

        assertThat(quotes.store.latest(List.of()))
                .extracting(quote -> quote.symbol() + " " + quote.price().toPlainString())
                .containsExactly("AAPL 3", "BRK-B 4", "BRK.B 2");
    }

    @Test
    void showsTheFallbacksPriceOfTheSessionWhenItWasFetchedLater() {
        Instant open = NOON.minusSeconds(3 * 3600);
        quotes.store.save(List.of(quote("AAPL", NOON, "100"), quote("BRK.B", NOON, "100")));
        quotes.store.save(List.of(
                fallback("AAPL", open, "105", NOON.plusSeconds(60)),
                fallback("BRK.B", NOON.minusSeconds(86_400), "105", NOON.plusSeconds(60))));

        assertThat(quotes.store.latest(List.of()))
                .extracting(quote -> quote.symbol() + " " + quote.price().toPlainString())
                .containsExactly("AAPL 105", "BRK.B 100");

        quotes.store.save(List.of(new Quote(
                new Symbol("AAPL"),
                NOON.plusSeconds(3600),
                new BigDecimal("106"),
                1,
                "USD",
                "yahoo",
                NOON.plusSeconds(3600))));

        assertThat(quotes.store.latest(List.of(new Symbol("AAPL"))))
                .extracting(Quote::price)
                .containsExactly(new BigDecimal("106"));
    }

    private static Quote fallback(String symbol, Instant at, String price, Instant fetchedAt) {
        return new Quote(new Symbol(symbol), at, new BigDecimal(price), 1, "USD", "alphavantage", fetchedAt);
    }

    @Test
    void findsThoseThatAreNamed() {
        quotes.store.save(List.of(quote("AAPL", NOON, "3"), quote("BRK.B", NOON, "2")));

        assertThat(quotes.store.latest(List.of(new Symbol("BRK.B"), new Symbol("NOBODY"), new Symbol("BRK.B"))))
                .extracting(Quote::symbol)
                .containsExactly(new Symbol("BRK.B"));
    }

    @Test
    void hasAPlaceForOldQuotes() {
        quotes.store.save(List.of(quote("AAPL", Instant.parse("1987-10-19T20:00:00Z"), "1")));

        assertThat(quotes.partitionNames()).contains("quote_1987_10");
        assertThat(rows()).isOne();
    }

    @Test
    void writesAChunkInOneStatement() {
        quotes.jdbc.sql("create table insert_statement (row_count bigint)").update();
        quotes.jdbc.sql("""
                        create function note() returns trigger language plpgsql as $$
                        begin insert into insert_statement select count(*) from added; return null; end $$""").update();
        quotes.jdbc.sql("""
                        create trigger note after insert on quote referencing new table as added
                        for each statement execute function note()""").update();

        quotes.store.save(IntStream.range(0, 50)
                .mapToObj(second -> quote("AAPL", NOON.plusSeconds(second), "1"))
                .toList());

        assertThat(quotes.jdbc
                        .sql("select row_count from insert_statement")
                        .query(Long.class)
                        .list())
                .containsExactly(50L);
    }

    @Test
    void writesNothingOfAChunkWithAnUnknownSymbol() {
        List<Quote> chunk = List.of(quote("AAPL", NOON, "1"), quote("STRANGER", NOON, "1"));

        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> quotes.store.save(chunk));
        assertThat(rows()).isZero();
    }

    @Test
    void doesNothingForNoQuotes() {
        quotes.store.save(List.of());

        assertThat(quotes.partitionNames()).isEmpty();
    }

    private long rows() {
        return quotes.jdbc.sql("select count(*) from quote").query(Long.class).single();
    }

    private static Quote quote(String symbol, Instant at, String price) {
        return new Quote(new Symbol(symbol), at, new BigDecimal(price), 7, "USD", "yahoo", NOON);
    }
}
