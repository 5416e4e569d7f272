package io.openalpha.source.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openalpha.market.BarChecks;
import io.openalpha.market.CheckedBars;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Defect;
import io.openalpha.market.QuarantinedBar;
import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.Recorded;
import io.openalpha.source.ScriptedServer;
import io.openalpha.source.Settings;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.QuotaSpent;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AlphaVantageSourceTests {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
    private static final Symbol IBM = new Symbol("IBM");
    private static final String QUOTE = """
            {"Global Quote": {"01. symbol": "IBM", "05. price": "121.7400", "06. volume": "2528814",
            "07. latest trading day": "2026-03-02", "08. previous close": "121.23", "10. change percent": "0.4207%"}}
            """;

    private final ScriptedServer server = new ScriptedServer();
    private final AlphaVantageSource source = new AlphaVantageSource(
            Settings.alphaVantage(server.uri(), "S3cr/tKey"), Settings.http(), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aQuoteIsStampedWithTheOpenOfItsSession() throws Exception {
        server.answers(200, QUOTE);

        assertThat(source.latest(IBM))
                .isEqualTo(new Quote(
                        IBM,
                        Instant.parse("2026-03-02T14:30:00Z"),
                        new BigDecimal("121.7400"),
                        2528814,
                        "USD",
                        "alphavantage",
                        NOW));
        assertThat(server.requests()).containsExactly("/query?function=GLOBAL_QUOTE&symbol=IBM&apikey=S3cr%2FtKey");
    }

    @Test
    void theOuterKeyMayHaveASuffix() throws Exception {
        server.answers(200, QUOTE.replace("Global Quote", "Global Quote - DATA DELAYED BY 15 MINUTES"));

        assertThat(source.latest(IBM).price()).isEqualByComparingTo("121.74");
    }

    @Test
    void aShareClassIsSpelledWithAHyphenAndStaysAsItWas() throws Exception {
        server.answers(200, QUOTE.replace("IBM", "BRK-B"));

        assertThat(source.latest(new Symbol("BRK.B")).symbol()).isEqualTo(new Symbol("BRK.B"));
    }

    @ParameterizedTest
    @CsvSource({
        "IBM,true",
        "BRK.B,true",
        "BRK-A,true",
        "OCDO.L,false",
        "ALL.AX,false",
        "^GSPC,false",
        "INR=X,false",
        "BTC-USD,false",
        "7203.T,false",
        "VOD.F,false"
    })
    void onlyAmericanListingsAreServed(String name, boolean served) {
        assertThat(source.serves(new Symbol(name))).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            121.7400   | 0.0000
            121.7400   | -1.5
            121.7400   | NaN
            121.7400   | 1E5
            121.7400   | 12174.00
            121.7400   | 1.2174
            121.7400   | 1234567890123
            2026-03-02 | 2026-03-04
            2026-03-02 | 2026-02-30
            121.7400   | None
            05. price  | price
            """)
    void aQuoteThatMakesNoSenseIsTheSymbolsFault(String good, String bad) {
        server.answers(200, QUOTE.replace(good, bad));

        assertThat(failure().reason()).isEqualTo("unusable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01. symbol | 01. name
            IBM        | MSFT
            """)
    void aQuoteOfAnotherSymbolIsGarbled(String good, String bad) {
        server.answers(200, QUOTE.replace(good, bad));

        assertThat(failure().reason()).isEqualTo("garbled");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Error Message": "Invalid API call. Please retry"}                             | not_found
            {"Error Message": "the parameter apikey is invalid or missing"}                 | unauthorized
            {"Global Quote": {}}                                                            | not_found
            {}                                                                              | not_found
            {"Note": "our standard API call frequency is 5 calls per minute and 500 a day"} | rate_limited
            {"Information": "(1 request per second). 25 requests per day, premium"}         | rate_limited
            {"Information": "75 requests per minute"}                                       | rate_limited
            {"Information": "Please spread your requests out. 25 requests per day"}         | rate_limited
            {"Information": "25 requests per day. premium plans"}                           | quota_spent
            {"Information": "This is a premium endpoint"}                                   | unauthorized
            {"Information": "The demo API key is for demo purposes only"}                   | unauthorized
            {"Information": "Something new"}                                                | garbled
            {"Global Quote": 7}                                                             | garbled
            {"Something": "else"}                                                           | garbled
            [1]                                                                             | garbled
            """)
    void whatIsSaidInsteadOfAQuoteIsUnderstood(String body, String reason) {
        server.answers(200, body);

        assertThat(failure().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"429,rate_limited", "503,unavailable", "401,unauthorized", "307,unavailable", "404,garbled"})
    void aStatusOtherThan200IsUnderstood(int status, String reason) {
        server.answers(status, "{}");

        assertThat(failure().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(value = {"many,0", "2.5,2", "-1,0", "'',0", "None,0", "123456.0,123456"})
    void aVolumeThatIsNoneDoesNotCostThePrice(String volume, long counted) throws Exception {
        server.answers(200, QUOTE.replace("2528814", volume));

        assertThat(source.latest(IBM).volume()).isEqualTo(counted);
    }

    @Test
    void anErrorKeepsTheWordsOfTheServiceAtAnyStatus() {
        server.answers(400, "{\"Error Message\": \"Invalid API call with S3cr/tKey\"}");

        assertThat(failure().detail()).isEqualTo("HTTP 400 Invalid API call with ***");
    }

    @Test
    void anOddDayCostsThatDayAndNotTheSeries() throws Exception {
        server.answers(200, """
                {"Meta Data": {"2. Symbol": "IBM"}, "Time Series (Daily)": {
                "2026-02-27": {"1. open": "50.0", "2. high": "51.0", "3. low": "49.0", "4. close": "None", "5. volume": "10"},
                "2026-02-26": {"1. open": "50.0", "2. high": "51.0", "3. low": "49.0", "4. close": "50", "5. volume": "123456.0"},
                "2026-02-30": {"1. open": "50.0", "2. high": "51.0", "3. low": "49.0", "4. close": "50", "5. volume": "10"}}}
                """);

        CheckedBars checked = BarChecks.check(
                source.history(IBM, new HistoryRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1)))
                        .bars());

        assertThat(checked.good()).extracting(DailyBar::volume).containsExactly(123456L);
        assertThat(checked.bad()).extracting(QuarantinedBar::defect).containsExactly(Defect.NOT_A_NUMBER);
    }

    @Test
    void limitsSayWhenToComeBack() {
        server.answers(200, "{\"Information\": \"1 request per second\"}");
        assertThat(((RateLimited) failure()).retryAfter()).isEqualTo(Duration.ofSeconds(1));

        server.answers(200, "{\"Note\": \"5 calls per minute\"}");
        assertThat(((RateLimited) failure()).retryAfter()).isEqualTo(Duration.ofMinutes(1));

        server.answers(200, "{\"Information\": \"25 requests per day\"}");
        assertThat(((QuotaSpent) failure()).until()).isEqualTo(Instant.parse("2026-03-04T05:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error Message", "Note", "Information"})
    void theKeyIsCutOutOfWhatTheServiceSays(String field) {
        server.answers(200, "{\"%s\": \"We have detected your API key as S3cr/tKey\"}".formatted(field));

        assertThat(failure().detail()).isEqualTo("We have detected your API key as ***");
    }

    @Test
    void aRecordedQuoteIsRead() throws Exception {
        server.answers(200, Recorded.body("alphavantage/global_quote_IBM_2020.json"));

        Quote quote = source.latest(IBM);

        assertThat(quote.price()).isEqualByComparingTo("121.74");
        assertThat(quote.volume()).isEqualTo(2528814);
        assertThat(quote.at()).isEqualTo("2020-05-08T13:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "error_message_apikey_missing,unauthorized",
        "error_message_invalid_call,not_found",
        "error_note_5_per_minute_OLD,rate_limited",
        "global_quote_empty_unknown_symbol,not_found",
        "information_burst_1_per_second_2026,rate_limited",
        "information_daily_25_exhausted,quota_spent",
        "information_premium_endpoint,unauthorized",
        "time_series_daily_MSFT_100rows_2018,garbled",
        "time_series_daily_adjusted_2018,garbled"
    })
    void aRecordedAnswerWithoutAQuoteHasItsReason(String file, String reason) {
        server.answers(200, Recorded.body("alphavantage/" + file + ".json"));

        assertThat(failure().reason()).isEqualTo(reason);
    }

    private SourceFailure failure() {
        return catchThrowableOfType(SourceException.class, () -> source.latest(IBM))
                .failure();
    }
}
