package io.openalpha.jobs.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import io.openalpha.source.Mutation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Collects quotes whose bodies are damaged, each beside a healthy one; -Dopenalpha.mutations says how many. */
class MutatedQuotesIntegrationTests {

    private static final int MUTATIONS = Integer.getInteger("openalpha.mutations", 1_000);
    private static final int A_RUN = 500;
    private static final double SINGLE_PRECISION = 1e-6;

    /** Seeds that differ little begin with much the same numbers. */
    private static final long SCRAMBLED = 0x9E3779B97F4A7C15L;

    @AutoClose
    private final YahooStub yahoo = new YahooStub((symbol, request) -> new YahooStub.Reply(200, body(symbol)));

    @AutoClose
    private final CollectionHarness harness = new CollectionHarness(
            yahoo.url(),
            "openalpha.source.breaker.failures=1000000",
            "openalpha.source.retry.attempts=1",
            "openalpha.collection.max-failed-share=1");

    MutatedQuotesIntegrationTests() throws IOException {}

    @Test
    void aDamagedAnswerCostsItsOwnSymbolAndNeverGivesAPriceThatIsNotInIt() throws InterruptedException {
        for (int first = 0; first < MUTATIONS; first += A_RUN) {
            List<Symbol> asked = new ArrayList<>();
            for (int number = first; number < Math.min(first + A_RUN, MUTATIONS); number++) {
                asked.add(symbol('M', number));
            }
            Symbol healthy = symbol('Z', first);
            asked.add(healthy);

            assertThat(harness.collect("run-" + first, asked.toArray(Symbol[]::new))
                            .exitCode())
                    .isEqualTo(ExitCode.DONE);

            assertThat(harness.quoted()).contains(healthy.name());
            List<String> had = harness.quoted();
            List<String> failed = harness.failures().stream()
                    .map(failure -> failure.substring(0, failure.indexOf(' ')))
                    .toList();
            assertThat(asked).allMatch(one -> had.contains(one.name()) != failed.contains(one.name()));
        }
        Map<String, Double> prices = prices();
        assertThat(prices.keySet()).allMatch(symbol -> isIn(prices.getOrDefault(symbol, Double.NaN), body(symbol)));
    }

    private Map<String, Double> prices() {
        return harness.jdbc.sql("select symbol, price from quote").query().listOfRows().stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get("symbol")),
                        row -> Double.parseDouble(String.valueOf(row.get("price")))));
    }

    private static boolean isIn(double price, String body) {
        return Mutation.numbersIn(body).stream()
                .mapToDouble(Double::parseDouble)
                .anyMatch(number -> Math.abs(number - price) <= SINGLE_PRECISION * Math.abs(price));
    }

    private static Symbol symbol(char kind, int number) {
        return new Symbol(String.format(Locale.ROOT, "%s%06d", kind, number));
    }

    private static String body(String symbol) {
        String chart = YahooStub.price(symbol, "101.25").body();
        if (!symbol.startsWith("M")) {
            return chart;
        }
        long number = Long.parseLong(symbol.substring(1));
        long seed = number * SCRAMBLED;
        return new String(number % 2 == 0 ? Mutation.of(chart, seed) : Mutation.ofMembers(chart, seed), UTF_8);
    }
}
