package io.openalpha.source.yahoo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.Recorded;
import io.openalpha.source.ScriptedServer;
import io.openalpha.source.Settings;
import io.openalpha.source.wire.SourceException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class YahooSourceTests {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
    private static final Symbol AAPL = new Symbol("AAPL");

    private final ScriptedServer server = new ScriptedServer();
    private final YahooSource yahoo =
            new YahooSource(Settings.yahoo(server.uri()), Settings.http(), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theLastRowIsTheQuote() throws Exception {
        server.answers(200, Charts.of("1700000000,1700086400", "170.5,171.3999938964844", "10,20"));

        assertThat(yahoo.latest(AAPL))
                .isEqualTo(new Quote(
                        AAPL, Instant.ofEpochSecond(1700086400), new BigDecimal("171.4"), 20, "USD", "yahoo", NOW));
        assertThat(server.requests())
                .containsExactly("/v8/finance/chart/AAPL?range=5d&interval=1d&includePrePost=false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2,3    | 7,8,null      | 1,2,null     | 8 | a row without anything
            1,2,3    | 7,8,null      | 1,2,3        | 8 | a row with nothing but a volume
            1,2,3    | 7,8,9         | 1,2,null     | 9 | but not a row without a volume
            1,2,3    | 7,8,0         | 1,2,3        | 8 | a price of zero
            1,2,3    | 7,8,-9        | 1,2,3        | 8 | a negative price
            1,2,3    | 7,8,NaN       | 1,2,3        | 8 | a price that is no number
            1,2,3    | 7,8,Infinity  | 1,2,3        | 8 | an infinite price
            1,2,3    | 7,8,1e39      | 1,2,3        | 8 | a price beyond a float
            1,2,3    | 7,8,1e-60     | 1,2,3        | 8 | a price below a float
            1,2,3    | 7,8,"9"       | 1,2,3        | 8 | a price in quotes
            1,2,3    | 7,8,9         | 1,2,-3       | 8 | a negative volume
            1,2,3    | 7,8,9         | 1,2,3.5      | 9 | nor one with a broken volume
            1,2,1e99 | 7,8,9         | 1,2,3        | 8 | a time beyond time
            1,2,null | 7,8,9         | 1,2,3        | 8 | a row without a time
            1,2,9999999999 | 7,8,9   | 1,2,3        | 8 | a row of the future
            1,3,2    | 7,8,9         | 1,2,3        | 8 | rows out of order
            1,3,3    | 7,8,9         | 1,2,3        | 9 | two rows of one time
            """)
    void theLastCompleteRowCounts(String times, String closes, String volumes, String price, String ignored)
            throws Exception {
        server.answers(200, Charts.of(times, closes, volumes));

        assertThat(yahoo.latest(AAPL).price()).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @CsvSource({"USD,USD,1259.5", "GBp,GBP,12.595", "ILa,ILS,12.595", "USX,USD,12.595", "KWF,KWD,1.2595"})
    void minorUnitsOfACurrencyBecomeWholeOnes(String currency, String whole, String price) throws Exception {
        server.answers(200, Charts.of("OCDO.L", '"' + currency + '"', "1d", "1", "1259.5", "2"));

        Quote quote = yahoo.latest(new Symbol("OCDO.L"));

        assertThat(quote.currency()).isEqualTo(whole);
        assertThat(quote.price()).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @CsvSource({
        "BRK.B,BRK-B",
        "BF.A,BF-A",
        "BRK-B,BRK-B",
        "OCDO.L,OCDO.L",
        "VOD.F,VOD.F",
        "ABX.V,ABX.V",
        "ALL.AX,ALL.AX",
        "7203.T,7203.T",
        "INR=X,INR%3DX",
        "^GSPC,%5EGSPC",
        "BTC-USD,BTC-USD"
    })
    void aSymbolIsAskedInYahoosSpellingAndStaysAsItWas(String name, String spelled) throws Exception {
        Symbol symbol = new Symbol(name);
        server.answers(200, Charts.of(YahooSymbols.spell(symbol), "\"USD\"", "1d", "1", "5", "6"));

        assertThat(yahoo.latest(symbol).symbol()).isEqualTo(symbol);
        assertThat(server.requests().get(0)).startsWith("/v8/finance/chart/" + spelled + "?");
    }

    @ParameterizedTest
    @CsvSource({
        "200,Not Found,not_found",
        "404,Not Found,not_found",
        "200,Bad Request,invalid_request",
        "400,Bad Request,invalid_request",
        "422,Unprocessable Entity,invalid_request",
        "401,Unauthorized,unauthorized",
        "200,Unauthorized,unauthorized",
        "200,Too Many Requests,rate_limited",
        "429,Too Many Requests,rate_limited",
        "200,Internal Server Error,unavailable",
        "500,Internal Server Error,unavailable"
    })
    void anErrorIsUnderstoodAtAnyStatus(int status, String code, String reason) {
        server.answers(status, Charts.error(code));

        assertThat(reasonOf(AAPL)).isEqualTo(reason);
    }

    @Test
    void aStrangePageIsNotTakenForAnUnknownSymbol() {
        server.answers(404, "<html>no such page</html>");
        assertThat(reasonOf(AAPL)).isEqualTo("garbled");

        server.answers(404, "{\"status\":404}");
        assertThat(reasonOf(AAPL)).isEqualTo("garbled");
    }

    @Test
    void aChartWithoutRowsIsNoFaultOfTheService() {
        server.answers(200, Charts.empty("AAPL"));
        assertThat(reasonOf(AAPL)).isEqualTo("no_data");

        server.answers(200, Charts.of("1,2", "null,0", "null,5"));
        assertThat(reasonOf(AAPL)).isEqualTo("no_data");
    }

    @Test
    void whatWasNotAskedForIsRefused() {
        server.answers(200, Charts.of("MSFT", "\"USD\"", "1d", "1", "5", "6"));
        assertThat(reasonOf(AAPL)).isEqualTo("garbled");

        server.answers(200, Charts.of("AAPL", "\"USD\"", "3mo", "1", "5", "6"));
        assertThat(reasonOf(AAPL)).isEqualTo("unusable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"pence\"", "17", "\"QQQ\"", "\"XXX\"", "\"JPX\""})
    void aPriceWithoutAKnownCurrencyIsTheSymbolsFault(String currency) {
        server.answers(200, Charts.of("AAPL", currency, "1d", "1", "5", "6"));

        assertThat(reasonOf(AAPL)).isEqualTo("unusable");
    }

    @Test
    void aPairMayBePricedInACryptoCurrency() throws Exception {
        server.answers(200, Charts.of("ETH-BTC", "\"BTC\"", "1d", "1", "0.05", "6"));

        assertThat(yahoo.latest(new Symbol("ETH-BTC")).currency()).isEqualTo("BTC");
    }

    @ParameterizedTest
    @CsvSource({"null,0", "3.5,3", "18446744073709551615,0", "9007199254740993,9007199254740993"})
    void aVolumeThatIsNoneDoesNotCostThePrice(String volume, long counted) throws Exception {
        server.answers(200, Charts.of("1", "7", volume));

        assertThat(yahoo.latest(AAPL).volume()).isEqualTo(counted);
    }

    @Test
    void aDelistedShareIsNotFoundWhateverRowsItHas() {
        server.answers(
                200,
                Charts.of("AAPL", "null", "1d", "1", "5", "6")
                        .replace("\"range\"", "\"exchangeName\":\"YHD\",\"range\""));

        assertThat(reasonOf(AAPL)).isEqualTo("not_found");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 422})
    void anErrorKeepsTheWordsOfTheSource(int status) {
        server.answers(status, Charts.error("Unprocessable Entity"));

        assertThat(catchThrowableOfType(SourceException.class, () -> yahoo.latest(AAPL)))
                .hasMessage("invalid_request: Unprocessable Entity: because");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "{\"chart\":{\"result\":[]}}", "{\"chart\":{\"result\":[null]}}"})
    void jsonThatIsNoChartIsGarbled(String body) {
        server.answers(200, body);

        assertThat(reasonOf(AAPL)).isEqualTo("garbled");
    }

    @Test
    void columnsOfDifferentLengthsAreGarbled() {
        server.answers(200, Charts.of("1,2,3", "5,6", "7,8"));

        assertThat(reasonOf(AAPL)).isEqualTo("garbled");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            chart_1d_AAPL_2020_split_and_dividend,         AAPL,    118.69,    114457900,   2020-11-06T14:30:00Z, USD
            chart_1d_AAPL_6mo_live_last_row,               AAPL,    269.7,     43332154,    2025-10-29T20:00:01Z, USD
            chart_1d_ALL.AX_sydney_live_last_row,          ALL.AX,  44.05,     848539,          2022-01-13T05:10:07Z, AUD
            chart_1d_BTC-USD,                              BTC-USD, 7344.8843, 28111481032, 2020-01-03T00:00:00Z, USD
            chart_1d_GS2C.DE_5d_two_null_days_then_live_row, GS2C.DE, 23.065,  6723,        2025-10-01T12:32:56Z, EUR
            chart_1d_INR=X_null_row,                       INR=X,   64.365,        0,           2017-07-12T23:00:00Z, INR
            chart_1d_OCDO.L_pence_GBp,                     OCDO.L,  12.595,    728520,      2020-01-02T08:00:00Z, GBP
            chart_1d_QQQ_etf,                              QQQ,     216.16,    30969400,    2020-01-02T14:30:00Z, USD
            chart_1d_TSLA_13y_3303rows,                    TSLA,    242.65,    98866600,     2023-08-11T13:30:00Z, USD
            """)
    void aRecordedChartGivesItsLastCompleteRow(
            String file, String name, BigDecimal price, Long volume, Instant at, String currency) throws Exception {
        server.answers(200, Recorded.body("yahoo/" + file + ".json"));

        Quote quote = yahoo.latest(new Symbol(name));

        assertThat(quote.at()).isEqualTo(at);
        assertThat(quote.currency()).isEqualTo(currency);
        assertThat(quote.price()).isEqualByComparingTo(price);
        assertThat(quote.volume()).isEqualTo(volume);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            200, chart_1m_AAPL_weekend_no_timestamp.json,                     AAPL,     no_data
            200, chart_1m_SPY_390rows_2018.json,                              SPY,      unusable
            200, chart_200_delisted_no_timestamp_CAPIO.ST.json,               CAPIO.ST, not_found
            200, chart_3mo_VFINX_range_max_downgraded_capital_gains.json,     VFINX,    unusable
            400, error_400_invalid_interval.json,                             AAPL,     invalid_request
            401, error_401_invalid_crumb.json,                                AAPL,     unauthorized
            200, error_404_chart_not_found.json,                              AAPL,     not_found
            404, error_404_chart_not_found.json,                              AAPL,     not_found
            422, error_422_15m_60days.json,                                   AAPL,     invalid_request
            429, error_429_edge.txt,                                          AAPL,     rate_limited
            200, spark_v7_MSFT_AAPL_2026.json,                                AAPL,     garbled
            200, chart_1d_QQQ_etf.json,                                       SPY,      garbled
            307, wrapped_getcrumb_eu_307_consent_redirect.json,               AAPL,     unavailable
            """)
    void aRecordedAnswerWithoutAPriceHasItsReason(int status, String file, String name, String reason) {
        server.answers(status, Recorded.body("yahoo/" + file));

        assertThat(reasonOf(new Symbol(name))).isEqualTo(reason);
    }

    @Test
    void eachRecordedChartThatIsCutOffIsGarbled() {
        byte[] whole = Recorded.body("yahoo/chart_1d_QQQ_etf.json");
        server.answers(200, new String(whole, 0, whole.length / 2, UTF_8));

        assertThat(reasonOf(new Symbol("QQQ"))).isEqualTo("garbled");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2,3 | 100,101,1e30
            1,2,3 | 100,101,1.01
            1,2   | 1,100
            1,2   | 100,1
            """)
    void aPriceOfAnotherLevelIsNone(String timestamps, String closes) {
        server.answers(200, Charts.of(timestamps, closes, timestamps));

        assertThat(reasonOf(AAPL)).isEqualTo("unusable");
    }

    @Test
    void aDayOfAnotherLevelBeforeDoesNotCostTheQuote() throws Exception {
        server.answers(200, Charts.of("1,2,3", "1e30,101,102", "1,2,3"));

        assertThat(yahoo.latest(AAPL).price()).isEqualByComparingTo("102");
    }

    private String reasonOf(Symbol symbol) {
        return catchThrowableOfType(SourceException.class, () -> yahoo.latest(symbol))
                .failure()
                .reason();
    }
}
