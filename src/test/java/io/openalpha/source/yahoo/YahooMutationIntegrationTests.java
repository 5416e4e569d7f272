package io.openalpha.source.yahoo;

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
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

class YahooMutationIntegrationTests {

    private static final ScriptedServer SERVER = new ScriptedServer();
    private static final Symbol OCADO = new Symbol("OCDO.L");
    private static final String CHART = Charts.of(
            "OCDO.L",
            "\"GBp\"",
            "1d",
            "1577952000,1578038400,1578124800",
            "1259.5,1260.25,1286.5699462890625",
            "728520,null,5312");

    private final YahooSource yahoo = new YahooSource(Settings.yahoo(SERVER.uri()), Settings.http(), Clock.systemUTC());

    @AfterContainer
    static void stop() {
        SERVER.close();
    }

    @Property(tries = 10_000, seed = "20260303", shrinking = ShrinkingMode.OFF)
    void aDamagedBodyNeverGivesAPriceThatIsNotInIt(@ForAll long seed) throws InterruptedException {
        byte[] body = Mutation.of(CHART, seed);
        SERVER.answers(200, body);
        try {
            Quote quote = yahoo.latest(OCADO);
            assertThat(quote.symbol()).isEqualTo(OCADO);
            assertThat(pricesIn(new String(body, UTF_8))).anyMatch(price -> price.compareTo(quote.price()) == 0);
            assertThat(new String(body, UTF_8))
                    .contains(Long.toString(quote.at().getEpochSecond()));
        } catch (SourceException e) {
            assertThat(e.failure().reason()).isNotIn("unavailable", "rate_limited");
        }
    }

    private static Stream<BigDecimal> pricesIn(String body) {
        return Mutation.numbersIn(body).stream()
                .map(Float::parseFloat)
                .filter(Float::isFinite)
                .map(price -> new BigDecimal(Float.toString(price)))
                .flatMap(price -> Stream.of(price, price.movePointLeft(2)));
    }
}
