package io.openalpha.jobs.backfill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import io.openalpha.source.Mutation;
import io.openalpha.source.ScriptedServer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Asks for histories whose bodies are damaged, each beside a healthy one; -Dopenalpha.mutations says how many. */
class MutatedHistoriesIntegrationTests {

    private static final int MUTATIONS = Integer.getInteger("openalpha.mutations", 1_000);
    private static final int A_RUN = 500;
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final int DAYS = 30;
    private static final double SINGLE_PRECISION = 1e-6;

    /** Seeds that differ little begin with much the same numbers. */
    private static final long SCRAMBLED = 0x9E3779B97F4A7C15L;

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    @AutoClose
    private final BackfillMarket market = new BackfillMarket(
            BackfillMarket.YAHOO + server.uri(),
            "--openalpha.source.breaker.failures=1000000",
            "--openalpha.source.retry.attempts=1",
            "--openalpha.backfill.max-failed-share=1");

    MutatedHistoriesIntegrationTests() throws IOException {
        server.handles(MutatedHistoriesIntegrationTests::answer);
        market.at("2026-11-20T12:00:00Z");
    }

    @Test
    void aDamagedAnswerCostsItsOwnSymbolAndNeverGivesAPriceThatIsNotInIt() throws InterruptedException {
        for (int first = 0; first < MUTATIONS; first += A_RUN) {
            Stream<String> damaged =
                    IntStream.range(first, Math.min(first + A_RUN, MUTATIONS)).mapToObj(number -> name('M', number));
            String healthy = name('Z', first);
            List<Symbol> asked =
                    Stream.concat(damaged, Stream.of(healthy)).map(Symbol::new).toList();

            assertThat(market.backfill(new BackfillRequest(asked, FIRST, null, false, false))
                            .exitCode())
                    .isEqualTo(ExitCode.DONE);

            assertThat(market.bars(healthy)).hasSize(DAYS);
            Set<String> had = market.table("select symbol from bar_series").stream()
                    .map(row -> String.valueOf(row.get("symbol")))
                    .collect(toSet());
            Set<String> failed = market.table("select symbol from collection_failure").stream()
                    .map(row -> String.valueOf(row.get("symbol")))
                    .collect(toSet());
            assertThat(asked).allMatch(symbol -> had.contains(symbol.name()) != failed.contains(symbol.name()));
        }
        Set<String> repaired = market.table("select symbol from bar_repair").stream()
                .map(row -> String.valueOf(row.get("symbol")))
                .collect(toSet());
        String[] all = IntStream.range(0, MUTATIONS)
                .mapToObj(number -> name('M', number))
                .toArray(String[]::new);
        assertThat(market.bars(all).stream()
                        .filter(row -> !repaired.contains(row.symbol().name()))
                        .filter(row -> !isIn(row, body(row.symbol().name()))))
                .isEmpty();
    }

    /** Whether every price is one of the numbers in the body. */
    private static boolean isIn(StoredBar row, String body) {
        double[] numbers = Mutation.numbersIn(body).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        DailyBar bar = row.bar();
        return Stream.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.adjustedClose())
                .allMatch(price -> IntStream.range(0, numbers.length)
                        .anyMatch(i -> Math.abs(numbers[i] - price) <= SINGLE_PRECISION * Math.abs(price)));
    }

    private static String name(char kind, int number) {
        return String.format(Locale.ROOT, "%s%06d", kind, number);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        ScriptedServer.answer(200, body(path.substring(path.lastIndexOf('/') + 1)))
                .handle(exchange);
    }

    private static String body(String symbol) {
        String chart = chart(symbol);
        if (!symbol.startsWith("M")) {
            return chart;
        }
        long number = Long.parseLong(symbol.substring(1));
        long seed = number * SCRAMBLED;
        return new String(number % 2 == 0 ? Mutation.of(chart, seed) : Mutation.ofMembers(chart, seed), UTF_8);
    }

    private static String chart(String symbol) {
        String stamps = column(day -> String.valueOf(FIRST.plusDays(day).toEpochDay() * 86_400 + 50_400));
        String closes = column(day -> String.valueOf(100 + day * 0.25));
        return """
                {"chart":{"result":[{"meta":{"currency":"USD","symbol":"%s","exchangeName":"NYQ","dataGranularity":"1d",
                "exchangeTimezoneName":"UTC"},"timestamp":[%s],"indicators":{"quote":[{"open":[%3$s],"high":[%3$s],
                "low":[%3$s],"close":[%3$s],"volume":[%4$s]}],"adjclose":[{"adjclose":[%3$s]}]}}],"error":null}}""".formatted(symbol, stamps, closes, column(day -> String.valueOf(1_000 + day)));
    }

    private static String column(IntFunction<String> value) {
        return IntStream.range(0, DAYS).mapToObj(value).collect(Collectors.joining(","));
    }
}
