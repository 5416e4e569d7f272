package io.openalpha.source.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openalpha.market.BarChecks;
import io.openalpha.market.CheckedBars;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Defect;
import io.openalpha.market.QuarantinedBar;
import io.openalpha.market.Symbol;
import io.openalpha.market.plausibility.Claim;
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
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void asksByPeriodAndForSplitsDividendsAndCapitalGains() throws Exception {
        recorded("BTC-USD", "chart_1d_BTC-USD.json", "2025-02-20T11:47:41Z");

        assertThat(server.requests())
                .containsExactly("/v8/finance/chart/BTC-USD?period1=-631238400&period2=1893628800&interval=1d"
                        + "&events=div,splits,capitalGains&includePrePost=false");
    }

    @Test
    void findsNothingToQuarantineInThirteenYearsOfARealShare() throws Exception {
        History history = recorded("TSLA", "chart_1d_TSLA_13y_3303rows.json", "2025-02-22T10:01:31Z");

        assertThat(history.bars()).hasSize(3303).allMatch(DailyBar::isFinal);
        CheckedBars checked = BarChecks.check(history.bars());
        assertThat(checked.bad()).isEmpty();
        assertThat(checked.good()).isEqualTo(history.bars());
    }

    @ParameterizedTest
    @CsvSource({
        "AAPL,chart_1d_AAPL_2020_split_and_dividend.json",
        "TSLA,chart_1d_TSLA_13y_3303rows.json",
        "QQQ,chart_1d_QQQ_etf.json",
        "OCDO.L,chart_1d_OCDO.L_pence_GBp.json",
        "ALL.AX,chart_1d_ALL.AX_sydney_live_last_row.json",
        "BTC-USD,chart_1d_BTC-USD.json"
    })
    void findsNothingToRepairAndNoContradictionInRecordedHistories(String symbol, String file) throws Exception {
        History history = recorded(symbol, file, "2025-12-01T12:00:00Z");

        Claim claim = Claim.of(history.currency(), true, history.bars(), history.actions())
                .judged(List.of(), LocalDate.of(2025, 12, 2));

        assertThat(claim.conflict()).isNull();
        assertThat(claim.repairs()).isEmpty();
        assertThat(claim.actions()).isEqualTo(history.actions());
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
                .hasMessageContaining("dataGranularity of VFINX is \"3mo\" instead of 1d");
    }

    @Test
    void doesNotFindADelistedShare() {
        byte[] body = Recorded.body("yahoo/chart_200_delisted_no_timestamp_CAPIO.ST.json");

        assertThatThrownBy(() -> recorded("CAPIO.ST", body, "2025-10-30T00:05:03Z"))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("not_found");
    }

    private History days(String timestamps, String closes, String adjusted, String volumes, String events)
            throws Exception {
        return days("America/New_York", timestamps, closes, adjusted, volumes, events);
    }

    private History days(String zone, String timestamps, String closes, String adjusted, String volumes, String events)
            throws Exception {
        String body = Charts.days("\"currency\":\"GBp\",", zone, timestamps, closes, adjusted, volumes, events);
        return recorded("AAPL", body.getBytes(StandardCharsets.UTF_8), "2025-02-20T11:47:41Z");
    }

    @Test
    void takesACloseForAnAdjustedOneWhereThereAreNeitherAdjustedClosesNorDividends() throws Exception {
        for (String none : List.of("null", "[]", "[null,null]")) {
            History history = days("1736172000,1736258400", "500,600", none, "1,2", "{}");

            assertThat(history.bars()).extracting(DailyBar::adjustedClose).containsExactly(5.0, 6.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"close\":[1,2],\"close\":", "\"meta\":{},\"meta\":", "\"events\":{},\"events\":"})
    void believesNoneOfTwoPartsOfOneName(String twice) {
        String body = Charts.days(
                        "\"currency\":\"GBp\",", "UTC", "1736172000,1736258400", "500,600", "[500,600]", "1,2", "{}")
                .replace(twice.substring(twice.lastIndexOf(',') + 1), twice);

        assertThatThrownBy(() -> recorded("AAPL", body.getBytes(StandardCharsets.UTF_8), "2025-02-20T11:47:41Z"))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("garbled");
    }

    @Test
    void refusesDividendsWithoutAdjustedCloses() {
        String dividend = "{\"dividends\":{\"1736172000\":{\"amount\":3,\"date\":1736172000}}}";

        assertThatThrownBy(() -> days("1736172000,1736258400", "500,600", "null", "1,2", dividend))
                .hasMessageStartingWith("unusable: dividends of AAPL but no adjusted closes");
    }

    @Test
    void keepsPricesWhoseVolumeIsMissingOrBroken() throws Exception {
        History history = days("1736172000,1736258400", "500,600", "[500,600]", "null,7.5", "{}");

        assertThat(history.bars()).extracting(DailyBar::volume).containsExactly(0L, 7L);
        assertThat(BarChecks.check(history.bars()).bad()).isEmpty();
    }

    @Test
    void keepsEveryDigitOfAVolumeAndQuarantinesOneThatStandsForNone() throws Exception {
        History history =
                days("1736172000,1736258400", "500,600", "[500,600]", "9007199254740993,18446744073709551615", "{}");

        CheckedBars checked = BarChecks.check(history.bars());
        assertThat(checked.good()).extracting(DailyBar::volume).containsExactly(9007199254740993L);
        assertThat(checked.bad()).extracting(QuarantinedBar::defect).containsExactly(Defect.IMPOSSIBLE_VOLUME);
    }

    @Test
    void quarantinesAdjustedClosesThatAreNoNumbers() throws Exception {
        History history = days("1736172000,1736258400,1736344800", "500,600,700", "[-Infinity,NaN,700]", "1,2,3", "{}");

        assertThat(BarChecks.check(history.bars()).bad())
                .extracting(QuarantinedBar::defect)
                .containsExactly(Defect.NOT_A_NUMBER, Defect.NOT_A_NUMBER);
    }

    @Test
    void putsASessionThatOpensInTheEveningOnTheNextDay() throws Exception {
        // Sunday and Monday at 23:00, Tuesday at midnight in Sao Paulo: three sessions of which none is on a Sunday.
        History history = days(
                "America/Sao_Paulo",
                "1736128800,1736215200,1736305200",
                "500,600,700",
                "[500,600,700]",
                "1,2,3",
                "{\"dividends\":{\"1\":{\"amount\":3,\"date\":1736215200}}}");

        assertThat(history.bars())
                .extracting(DailyBar::date)
                .containsExactly(LocalDate.of(2025, 1, 6), LocalDate.of(2025, 1, 7), LocalDate.of(2025, 1, 8));
        assertThat(history.actions()).extracting(CorporateAction::date).containsExactly(LocalDate.of(2025, 1, 7));
    }

    @Test
    void leavesOutRowsAndEventsOfNoPossibleDay() throws Exception {
        History history = days(
                "1736172000,99999999999999999",
                "500,600",
                "[500,600]",
                "1,2",
                "{\"dividends\":{\"1\":{\"amount\":3,\"date\":99999999999999999}},"
                        + "\"splits\":{\"1\":{\"numerator\":-2,\"denominator\":1,\"date\":1736172000}}}");

        assertThat(history.bars()).hasSize(1);
        assertThat(history.actions()).isEmpty();
    }

    private List<CorporateAction> split(String ratio) throws Exception {
        String events = "{\"splits\":{\"1\":{\"date\":1736172000,%s}}}".formatted(ratio);
        return days("1736172000", "500", "[500]", "1", events).actions();
    }

    @Test
    void readsASplitFromItsNumbersOrItsText() throws Exception {
        CorporateAction four = CorporateAction.split(LocalDate.of(2025, 1, 6), 4, 1);
        for (String ratio : List.of(
                "\"numerator\":4,\"denominator\":1",
                "\"numerator\":4,\"denominator\":1,\"splitRatio\":\"8:2\"",
                "\"numerator\":4,\"denominator\":1,\"splitRatio\":\"\"",
                "\"numerator\":0,\"denominator\":1,\"splitRatio\":\"4:1\"",
                "\"numerator\":-4,\"denominator\":null,\"splitRatio\":\"4/1\"",
                "\"numerator\":\"NaN\",\"denominator\":1,\"splitRatio\":\"4:1\"",
                "\"splitRatio\":\"4:1\"")) {
            assertThat(split(ratio)).as(ratio).containsExactly(four);
        }
    }

    @Test
    void leavesOutASplitWhoseNumbersAndTextDiffer() throws Exception {
        for (String ratio : List.of(
                "\"numerator\":4,\"denominator\":1,\"splitRatio\":\"1:4\"",
                "\"numerator\":4,\"denominator\":1,\"splitRatio\":\"5:1\"",
                "\"numerator\":0,\"denominator\":0,\"splitRatio\":\"0:1\"",
                "\"splitRatio\":\"four\"")) {
            assertThat(split(ratio)).as(ratio).isEmpty();
        }
    }

    @Test
    void readsCapitalGainsAndTheCurrencyOfADividend() throws Exception {
        History history = days(
                "1736172000,1736258400",
                "500,600",
                "[500,600]",
                "1,2",
                "{\"capitalGains\":{\"1\":{\"amount\":3,\"date\":1736258400}},\"dividends\":{"
                        + "\"1\":{\"amount\":0.06,\"date\":1736172000,\"currency\":\"GBP\"},"
                        + "\"2\":{\"amount\":0.08,\"date\":1736258400,\"currency\":\"USD\"}}}");

        assertThat(history.actions())
                .containsExactly(
                        CorporateAction.dividend(LocalDate.of(2025, 1, 6), 0.06),
                        new CorporateAction(LocalDate.of(2025, 1, 7), CorporateAction.Kind.DIVIDEND, 0.08, 1, "USD"),
                        new CorporateAction(
                                LocalDate.of(2025, 1, 7), CorporateAction.Kind.CAPITAL_GAIN, 0.03, 1, null));
    }

    @Test
    void tellsOfDaysThatHaveAVolumeButNoPrices() throws Exception {
        History history =
                days("1736172000,1736258400,1736344800", "500,null,null", "[500,null,null]", "1,2,null", "{}");

        assertThat(history.unpriced()).containsExactly(LocalDate.of(2025, 1, 7));
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
