package io.openalpha.source.alphavantage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.Mutation;
import io.openalpha.source.ScriptedServer;
import io.openalpha.source.Settings;
import io.openalpha.source.wire.SourceException;
import java.math.BigDecimal;
import java.time.Clock;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

class AlphaVantageMutationIntegrationTests {

    private static final ScriptedServer SERVER = new ScriptedServer();
    private static final Symbol IBM = new Symbol("IBM");
    private static final String QUOTE = """
            {"Global Quote": {"01. symbol": "IBM", "02. open": "122.6700", "05. price": "121.7400",
            "06. volume": "2528814", "07. latest trading day": "2020-05-08", "08. previous close": "121.2300"}}
            """;

    private final AlphaVantageSource source =
            new AlphaVantageSource(Settings.alphaVantage(SERVER.uri(), "key"), Settings.http(), Clock.systemUTC());

    @AfterContainer
    static void stop() {
        SERVER.close();
    }

    @Property(tries = 10_000, seed = "20260303", shrinking = ShrinkingMode.OFF)
    void aDamagedBodyNeverGivesAPriceThatIsNotInIt(@ForAll long seed) throws InterruptedException {
        byte[] body = Mutation.of(QUOTE, seed);
        SERVER.answers(200, body);
        try {
            Quote quote = source.latest(IBM);
            assertThat(quote.symbol()).isEqualTo(IBM);
            assertThat(quote.price()).isPositive();
            assertThat(Mutation.numbersIn(new String(body, UTF_8)).stream()
                            .filter(number -> number.matches("[\\d.]{1,30}"))
                            .map(BigDecimal::new))
                    .anyMatch(price -> price.compareTo(quote.price()) == 0);
        } catch (SourceException e) {
            assertThat(e.failure().reason()).isNotIn("unavailable", "rate_limited");
        }
    }
}
