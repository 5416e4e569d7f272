package io.openalpha.jobs.backfill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import io.openalpha.source.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of answers that are made to harm: each costs its own symbol at most, with a reason that can be read. */
class HostileAnswersIntegrationTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final int DAYS = 15;
    private static final String STAMPS = column(day -> String.valueOf(stamp(day)));
    private static final String CLOSES = column(day -> String.valueOf(100 + day));
    private static final String META = "\"exchangeName\":\"NSI\"";
    private static final String SOUND = "stored";

    private final Map<String, byte[]> bodies = new LinkedHashMap<>();
    private final Map<String, String> expected = new TreeMap<>();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    @AutoClose
    private final BackfillMarket market = new BackfillMarket(
            BackfillMarket.YAHOO + server.uri(),
            "--openalpha.source.breaker.failures=1000000",
            "--openalpha.source.retry.attempts=1",
            "--openalpha.backfill.max-failed-share=1",
            "--openalpha.collection.max-failed-share=1");

    HostileAnswersIntegrationTests() throws IOException {}

    private static long stamp(int day) {
        return FIRST.plusDays(day).toEpochDay() * 86_400 + 50_400;
    }

    private static String column(IntFunction<String> value) {
        return IntStream.range(0, DAYS).mapToObj(value).collect(Collectors.joining(","));
    }

    private static String chart(String symbol) {
        return """
                {"chart":{"result":[{"meta":{"currency":"USD","symbol":"%s",%s,"dataGranularity":"1d",
                "exchangeTimezoneName":"UTC"},"timestamp":[%s],"events":{},"indicators":{"quote":[{"open":[%4$s],
                "high":[%4$s],"low":[%4$s],"close":[%4$s],"volume":[%5$s]}],"adjclose":[{"adjclose":[%4$s]}]}}],
                "error":null}}""".formatted(symbol, META, STAMPS, CLOSES, column(day -> String.valueOf(1000 + day)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String symbol = path.substring(path.lastIndexOf('/') + 1);
        if (symbol.equals("GZIP")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        if (symbol.equals("TYPE")) {
            exchange.getResponseHeaders().set("Content-Type", "image/png; charset=utf-16");
        }
        ScriptedServer.answer(200, bodies.getOrDefault(symbol, new byte[0])).handle(exchange);
    }

    private void says(String symbol, String outcome, String body) {
        bodies.put(symbol, body.getBytes(UTF_8));
        expected.put(symbol, outcome);
    }

    /** The sound chart of the symbol with one part of it replaced. */
    private void says(String symbol, String outcome, String part, String other) {
        String chart = chart(symbol);
        assertThat(chart).contains(part);
        says(symbol, outcome, chart.replace(part, other));
    }

    @BeforeEach
    void write() throws IOException {
        market.at("2026-11-16T12:00:00Z");
        server.handles(this::answer);
        says("EXCH", SOUND, META, "\"exchangeName\":\"N\\u0000Y\\u202eQ\\ud800\",\"longName\":\"a\\u0000b\"");
        says("LONG", SOUND, META, "\"exchangeName\":\"" + "N".repeat(1_000_000) + "\"");
        says("NONE", SOUND, META + ",", "");
        says("CURR", "unusable", "\"USD\"", "\"U\\u0000\\u202eSD\"");
        says("CURN", "unusable", "\"USD\"", "{\"USD\":1}");
        says("ZONE", "garbled", "\"exchangeTimezoneName\":\"UTC\"", "\"exchangeTimezoneName\":\"U\\u0000TC\\u202e\"");
        says("ERRO", "not_found", """
                {"chart":{"result":null,"error":{"code":"Not Found","description":"no\\u0000t \\u202ehere\\r\\n"}}}""");
        says("ERRN", "unavailable", "{\"chart\":{\"error\":{\"code\":{\"a\":[1]},\"description\":[[[1]]]}}}");
        says("FARY", SOUND, String.valueOf(stamp(3)), "94670856000000000");
        says("NEGY", SOUND, String.valueOf(stamp(3)), "-94670856000000000");
        says("BIGY", SOUND, String.valueOf(stamp(3)), "1e300");
        says("UNEQ", "garbled", "\"close\":[100,", "\"close\":[");
        says("NEST", "garbled", META, "\"exchangeName\":" + "[".repeat(10_000) + "]".repeat(10_000));
        says("NESO", "garbled", "\"events\":{}", "\"events\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        says("DIGI", "garbled", "[100,", "[" + "1".repeat(10_000) + ",");
        says("DIGF", "garbled", "[100,", "[0." + "1".repeat(10_000) + ",");
        says("INFI", SOUND, "[100,101,", "[Infinity,NaN,");
        says("INFS", SOUND, "[100,101,", "[\"Infinity\",\"NaN\",");
        says("EMPT", "no_data", STAMPS, "");
        says("NULS", "no_data", CLOSES, column(day -> "null"));
        says("DUPL", SOUND, String.valueOf(stamp(3)), String.valueOf(stamp(4)));
        says("ORDE", SOUND, stamp(3) + "," + stamp(4), stamp(4) + "," + stamp(3));
        says("ACTS", SOUND, "\"events\":{}", actions());
        says("TWOS", "garbled", "\"result\":[", "\"result\":[" + result("OTHR") + ",");
        says("TWOB", "garbled", "}],\n\"error\"", "}," + result("OTHR") + "],\n\"error\"");
        says("OTHE", "garbled", "\"symbol\":\"OTHE\"", "\"symbol\":\"OTHR\"");
        says("TYPE", SOUND, META, META);
        says("HTML", "garbled", "<!DOCTYPE html><html><body>Sign in\u0000\u202e</body></html>");
        says("ROWS", SOUND, manyRows());
        says("GZIP", "garbled", "");
        bodies.put("GZIP", bomb());
        says("SOUN", SOUND, META, META);
    }

    private static String result(String symbol) {
        String chart = chart(symbol);
        return chart.substring(chart.indexOf('[') + 1, chart.lastIndexOf(']'));
    }

    private static String actions() {
        String date = "\"date\":" + stamp(0);
        return """
                "events":{"dividends":{"1":{"amount":1,%1$s},"2":{"amount":0.5,%1$s},"3":{"amount":"x\\u0000",%1$s}},
                "splits":{"1":{"numerator":2,"denominator":1,%1$s},"2":{"numerator":3,"denominator":1,%1$s},
                "3":{"numerator":0,"denominator":0,%1$s},"4":{"numerator":-2,"denominator":1,%1$s}}}""".formatted(date);
    }

    /** Two hundred thousand rows, a minute apart. */
    private static String manyRows() {
        String rows = IntStream.range(0, 200_000)
                .mapToObj(minute -> String.valueOf(stamp(0) + 60L * minute))
                .collect(Collectors.joining(","));
        String closes = Stream.generate(() -> "100").limit(200_000).collect(Collectors.joining(","));
        return chart("ROWS")
                .replace(STAMPS, rows)
                .replace(CLOSES, closes)
                .replaceAll("\"volume\":\\[[^]]*]", "\"volume\":[" + closes + "]");
    }

    /** Four hundred megabytes of nothing in a few hundred kilobytes. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 400; i++) {
                packed.write(nothing);
            }
        }
        return bytes.toByteArray();
    }

    private Symbol[] symbols() {
        return bodies.keySet().stream().map(Symbol::new).toArray(Symbol[]::new);
    }

    @Test
    void costTheirOwnSymbolInABackfill() throws Exception {
        BackfillRequest all = new BackfillRequest(List.of(symbols()), FIRST, null, false, false);

        assertThat(market.backfill(all).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(outcomes("bar_series")).isEqualTo(expected);
        assertThat(market.bars("SOUN")).hasSize(DAYS);
        assertReadable("select exchange as text from bar_series union select detail from collection_failure");
        assertThat(market.table("select kind, value, per from corporate_action order by kind")
                        .toString())
                .isEqualTo("[{kind=dividend, value=1.5, per=1.0}, {kind=split, value=6.0, per=1.0}]");
    }

    @Test
    void costTheirOwnSymbolInACollection() throws Exception {
        assertThat(market.collect(List.of(symbols())).exitCode()).isEqualTo(ExitCode.DONE);

        expected.put("ZONE", SOUND);
        assertThat(outcomes("quote")).isEqualTo(expected);
        assertReadable("select currency || source as text from quote union select detail from collection_failure");
    }

    private Map<String, String> outcomes(String table) {
        Map<String, String> outcomes = new TreeMap<>();
        market.table("select symbol, 'stored' as outcome from " + table
                        + " union all select symbol, reason from collection_failure")
                .forEach(row -> outcomes.merge(
                        String.valueOf(row.get("symbol")),
                        String.valueOf(row.get("outcome")),
                        (one, other) -> one + " and " + other));
        return outcomes;
    }

    private void assertReadable(String sql) {
        assertThat(market.table(sql)).isNotEmpty().allSatisfy(row -> assertThat(String.valueOf(row.get("text")))
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(400)
                .doesNotContainPattern("[\\p{Cntrl}\\u202e]"));
    }
}
