package io.openalpha.source.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openalpha.market.BarChecks;
import io.openalpha.market.CheckedBars;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import io.openalpha.source.Recorded;
import io.openalpha.source.ScriptedServer;
import io.openalpha.source.Settings;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.SourceException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class YahooHistoryTests {

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    private History recorded(String symbol, String file, String now) throws Exception {
        return recorded(symbol, Recorded.body("yahoo/" + file), now);
    }

    private History recorded(String symbol, byte[] body, String now) throws Exception {
        server.answers(200, body);
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new YahooSource(Settings.yahoo(server.uri()), Settings.http(), clock)
                .history(new Symbol(symbol), new HistoryRange(LocalDate.of(1950, 1, 1), LocalDate.of(2030, 1, 1)));
    }

    @Test
    void asksByPeriodAndForSplitsAndDividends() throws Exception {
        recorded("BTC-USD", "chart_1d_BTC-USD.json", "2025-02-20T11:47:41Z");

        assertThat(server.requests())
                .containsExactly("/v8/finance/chart/BTC-USD?period1=-631238400&period2=1893628800&interval=1d"
                        + "&events=div,splits&includePrePost=false");
    }

    @Test
    void findsNothingToQuarantineInThirteenYearsOfARealShare() throws Exception {
        History history = recorded("TSLA", "chart_1d_TSLA_13y_3303rows.json", "2025-02-22T10:01:31Z");

        assertThat(history.bars()).hasSize(3303).allMatch(DailyBar::isFinal);
        CheckedBars checked = BarChecks.check(history.bars());
        assertThat(checked.bad()).isEmpty();
        assertThat(checked.good()).isEqualTo(history.bars());
    }

    @Test
    void readsSplitsAndDividendsOnTheDatesOfTheExchangeAcrossDaylightSaving() throws Exception {
        History history = recorded("AAPL", "chart_1d_AAPL_2020_split_and_dividend.json", "2025-02-20T11:47:42Z");

        assertThat(history.actions())
                .containsExactly(
                        CorporateAction.split(LocalDate.of(2020, 8, 31), 4, 1),
                        CorporateAction.dividend(LocalDate.of(2020, 11, 6), 0.205));
        assertThat(history.bars()).hasSize(49);
        assertThat(history.bars().get(48).date()).isEqualTo(LocalDate.of(2020, 11, 6));
    }

    @Test
    void putsSydneysBarsOnSydneysDates() throws Exception {
        History history = recorded("ALL.AX", "chart_1d_ALL.AX_sydney_live_last_row.json", "2022-01-13T05:10:10Z");

        assertThat(history.bars().get(0).date()).isEqualTo(LocalDate.of(2021, 10, 13));
        assertThat(history.bars()).extracting(DailyBar::date).doesNotHaveDuplicates();
    }

    @Test
    void takesALiveLastRowForNotFinalAndPassesOverNullDaysBeforeIt() throws Exception {
        History history =
                recorded("GS2C.DE", "chart_1d_GS2C.DE_5d_two_null_days_then_live_row.json", "2025-10-01T12:33:00Z");

        assertThat(history.bars()).extracting(DailyBar::isFinal).containsExactly(true, true, false);
        assertThat(history.bars().get(2).date()).isEqualTo(LocalDate.of(2025, 10, 1));
    }

    @Test
    void takesTheBarOfASessionForFinalOnceItIsOverAndSettled() throws Exception {
        String file = "chart_1d_AAPL_6mo_live_last_row.json";

        assertThat(last(recorded("AAPL", file, "2025-10-29T20:30:00Z")).isFinal())
                .isFalse();
        assertThat(last(recorded("AAPL", file, "2025-10-29T21:00:01Z")).isFinal())
                .isTrue();
    }

    private static DailyBar last(History history) {
        return history.bars().get(history.bars().size() - 1);
    }

    @Test
    void putsForeignExchangeDaysOnLondonsDates() throws Exception {
        History history = recorded("INR=X", "chart_1d_INR=X_null_row.json", "2024-09-14T03:30:16Z");

        assertThat(history.bars())
                .extracting(DailyBar::date)
                .contains(LocalDate.of(2017, 7, 10))
                .hasSize(3);
    }

    @Test
    void readsPenceAsPounds() throws Exception {
        History history = recorded("OCDO.L", "chart_1d_OCDO.L_pence_GBp.json", "2025-02-20T11:47:41Z");

        assertThat(history.currency()).isEqualTo("GBP");
        assertThat(history.bars().get(0).close()).isBetween(10.0, 15.0);
    }

    @Test
    void refusesQuarterlyBarsInThePlaceOfDailyOnes() {
        byte[] body = Recorded.body("yahoo/chart_3mo_VFINX_range_max_downgraded_capital_gains.json");

        assertThatThrownBy(() -> recorded("VFINX", body, "2025-10-30T00:05:03Z"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("dataGranularity is \"3mo\" instead of 1d");
    }

    @Test
    void hasNoDataOfADelistedShare() {
        byte[] body = Recorded.body("yahoo/chart_200_delisted_no_timestamp_CAPIO.ST.json");

        assertThatThrownBy(() -> recorded("CAPIO.ST", body, "2025-10-30T00:05:03Z"))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("no_data");
    }

    @Test
    void keepsNonsenseForTheChecksAndReadsDaysBefore1970() throws Exception {
        String body = """
                {"chart":{"result":[{"meta":{"currency":"USD","symbol":"GE","exchangeName":"NYQ","dataGranularity":"1d",
                "exchangeTimezoneName":"America/New_York"},"timestamp":[-252322200,-252235800],
                "indicators":{"quote":[{"open":[1.5,1.5],"high":[2,1],"low":[1,2],"close":[1.5,1.5],"volume":[10,10]}],
                "adjclose":[{"adjclose":[Infinity,1.5]}]}}],"error":null}}""";

        History history = recorded("GE", body.getBytes(StandardCharsets.UTF_8), "2025-02-20T11:47:41Z");

        assertThat(history.bars().get(0).date()).isEqualTo(LocalDate.of(1962, 1, 2));
        assertThat(BarChecks.check(history.bars()).bad())
                .extracting(bad -> bad.defect().reason())
                .containsExactly("not_a_number", "high_below_low");
    }
}
