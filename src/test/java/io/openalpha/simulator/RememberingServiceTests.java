package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberingServiceTests {

    private static final Instant NOW = Instant.parse("2026-11-20T17:00:00Z");
    private static final SimulatorOrders AT_REST = SimulatorOrders.none().withClock(ClockOrder.fixed(NOW));

    private final AtomicInteger asked = new AtomicInteger();
    private final Service service = new RememberingService(new Counting(asked));

    @Test
    void answersFromMemoryWhileTheClockStandsStill() {
        ServiceResponse first = ask("IBM", AT_REST);

        assertThat(ask("IBM", AT_REST)).isSameAs(first);
        assertThat(ask("AAPL", AT_REST)).isNotSameAs(first);
    }

    @Test
    void asksAgainWhenSomethingElseIsOrdered() {
        ServiceResponse first = ask("IBM", AT_REST);
        MarketOrders split = AT_REST.market().withEvents("IBM split 4:1 on 2026-11-20");

        assertThat(ask("IBM", AT_REST.withMarket(split))).isNotSameAs(first);
    }

    @Test
    void asksEveryTimeWhileTimePasses() {
        ask("IBM", SimulatorOrders.none());
        ask("IBM", SimulatorOrders.none());

        assertThat(asked).hasValue(2);
    }

    private ServiceResponse ask(String symbol, SimulatorOrders orders) {
        return service.answer(symbol, Map.of("range", "5d"), NOW, orders);
    }

    private record Counting(AtomicInteger asked) implements Service {

        @Override
        public String subject(URI uri, Map<String, String> parameters) {
            return uri.getPath();
        }

        @Override
        public ServiceResponse answer(
                String subject, Map<String, String> parameters, Instant now, SimulatorOrders orders) {
            return ServiceResponse.json(200, "%s %s".formatted(subject, asked.incrementAndGet()), "ok");
        }
    }
}
