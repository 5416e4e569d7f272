package io.openalpha.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the collection stores when a server replays bodies that the real service gave, where they are at hand. */
class RecordedPricesIntegrationTests {

    private static final Path RECORDED =
            Path.of(System.getProperty("openalpha.shared", "../shared"), "recorded", "yahoo");

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "chart_1d_AAPL_6mo_live_last_row.json,              AAPL,    269.7,   USD, 2025-10-29T20:00:01Z",
        "chart_1d_GS2C.DE_5d_two_null_days_then_live_row.json, GS2C.DE, 23.065, EUR, 2025-10-01T12:32:56Z",
        "chart_1d_ALL.AX_sydney_live_last_row.json,         ALL.AX,  44.05,   AUD, 2022-01-13T05:10:07Z",
        "chart_1d_OCDO.L_pence_GBp.json,                    OCDO.L,  12.595,  GBP, 2020-01-02T08:00:00Z",
        "chart_1d_INR=X_null_row.json,                      INR=X,   64.365,  INR, 2017-07-12T23:00:00Z",
        "chart_1d_QQQ_etf.json,                             QQQ,     216.16,  USD, 2020-01-02T14:30:00Z"
    })
    void theLastCompleteRowIsStored(String file, String name, BigDecimal price, String currency, Instant at)
            throws Exception {
        assumeThat(RECORDED).isDirectory();
        String body = Files.readString(RECORDED.resolve(file));
        Symbol symbol = new Symbol(name);
        try (YahooStub yahoo = new YahooStub((asked, request) -> new YahooStub.Reply(200, body));
                CollectionHarness harness = new CollectionHarness(yahoo.url())) {

            assertThat(harness.collect("one", symbol).exitCode()).isEqualTo(ExitCode.DONE);

            Quote stored = harness.context
                    .getBean(QuoteStore.class)
                    .latest(List.of(symbol))
                    .get(0);
            assertThat(stored.price()).isEqualByComparingTo(price);
            assertThat(stored.currency()).isEqualTo(currency);
            assertThat(stored.at()).isEqualTo(at);
        }
    }
}
