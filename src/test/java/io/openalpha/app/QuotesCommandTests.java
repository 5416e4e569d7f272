package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class QuotesCommandTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @BeforeEach
    void connect() {
        surroundings.with(database);
    }

    @Test
    void printsJsonForPrograms() {
        store("AAPL", "2026-11-20T20:59:59.987Z", "227.52", 1_234_567, "USD");
        store("BTC-USD", "2026-11-21T00:00:00Z", "100000", 0, "USD");
        store("BTC-USD", "2026-11-20T00:00:00Z", "99999", 0, "USD");

        CommandRun run = CommandRun.of("quotes", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                [ {
                  "symbol" : "AAPL",
                  "price" : 227.52,
                  "volume" : 1234567,
                  "timestamp" : "2026-11-20T20:59:59",
                  "source" : "yahoo",
                  "currency" : "USD",
                  "old" : true
                }, {
                  "symbol" : "BTC-USD",
                  "price" : 100000,
                  "volume" : 0,
                  "timestamp" : "2026-11-21T00:00:00",
                  "source" : "yahoo",
                  "currency" : "USD",
                  "old" : true
                } ]
                """);
    }

    @Test
    void writesPricesWithoutAnExponent() {
        store("SHIB-USD", "2026-11-20T20:59:59Z", "0.00000892", 5, "USD");

        assertThat(CommandRun.of("quotes", "--json").out()).contains("\"price\" : 0.00000892,");
        assertThat(CommandRun.of("quotes", "--csv").out()).contains(",0.00000892,");
        assertThat(CommandRun.of("quotes").out()).contains(" 0.00000892 ");
    }

    @Test
    void printsCsv() {
        store("AAPL", "2026-11-20T20:59:59Z", "227.5", 1_234_567, "USD");

        assertThat(CommandRun.of("quotes", "--csv").out().split("\r\n"))
                .containsExactly(
                        "symbol,price,volume,timestamp,source,currency,old",
                        "AAPL,227.5,1234567,2026-11-20T20:59:59,yahoo,USD,true");
    }

    @Test
    void printsATableWithAgesForPeople() {
        store("ALL.AX", "2020-01-02T03:04:05Z", "34.1", 1_234_567, "AUD");

        assertThat(CommandRun.of("quotes").out().lines())
                .hasSize(2)
                .first()
                .isEqualTo("SYMBOL     PRICE     VOLUME  TIME (UTC)              AGE  SOURCE");
        assertThat(CommandRun.of("quotes").out())
                .containsPattern("ALL\\.AX  34\\.1 AUD  1,234,567  2020-01-02 03:04:05  [0-9]{4} d  yahoo, old");
    }

    @Test
    void printsTheSymbolsThatAreNamed() {
        store("AAPL", "2026-11-20T20:59:59Z", "1", 1, "USD");
        store("MSFT", "2026-11-20T20:59:59Z", "2", 1, "USD");

        assertThat(CommandRun.of("quotes", "msft", "NOPE", "--csv").out())
                .doesNotContain("AAPL")
                .contains("MSFT,2,1,");
    }

    @Test
    void saysWhatToDoWhenThereAreNone() {
        CommandRun run = CommandRun.of("quotes");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("No quotes yet: run 'openalpha collect' first.%n".formatted());
    }

    @Test
    void givesProgramsAnEmptyListWhenThereAreNone() {
        assertThat(CommandRun.of("quotes", "--json").out()).isEqualToIgnoringWhitespace("[]");
    }

    private void store(String symbol, String at, String price, long volume, String currency) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("create table if not exists quote_any partition of quote default")
                .update();
        jdbc.sql("insert into symbol (name) values (?) on conflict do nothing")
                .param(symbol)
                .update();
        jdbc.sql("insert into quote values (?, ?::timestamptz, ?::numeric, ?, ?, 'yahoo', now())")
                .params(symbol, at, price, volume, currency)
                .update();
    }
}
