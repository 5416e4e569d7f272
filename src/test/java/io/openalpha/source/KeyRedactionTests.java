package io.openalpha.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpHandler;
import io.openalpha.market.Symbol;
import io.openalpha.source.activity.RequestWatch;
import io.openalpha.source.activity.SourceActivity;
import io.openalpha.source.alphavantage.AlphaVantageSource;
import io.openalpha.source.guard.GuardedSource;
import io.openalpha.source.wire.SourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

@Timeout(60)
class KeyRedactionTests {

    private static final String KEY = "S3CR3TK3Y";
    private static final Symbol IBM = new Symbol("IBM");

    private final ScriptedServer server = new ScriptedServer();
    private final LogLines log = new LogLines(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.TRACE);
    private final Logger client = (Logger) LoggerFactory.getLogger("org.apache.hc");
    private final List<String> seen = new ArrayList<>();

    /** The client writes every address that it asks, unless the program's own settings forbid it. */
    @BeforeEach
    void setAsTheProgramDoes() throws IOException {
        Object level = new YamlPropertySourceLoader()
                .load("program", new ClassPathResource("application.yaml"))
                .get(0)
                .getProperty("logging.level." + client.getName());
        client.setLevel(Level.toLevel(String.valueOf(level), Level.TRACE));
    }

    @AfterEach
    void stop() {
        client.setLevel(null);
        log.close();
        server.close();
    }

    @Test
    void theKeyIsNeitherLoggedNorThrownHoweverTheSourceFails() throws Exception {
        for (HttpHandler failing : waysToFail()) {
            server.handles(failing);
            ask();
        }
        server.close();
        ask();

        seen.addAll(log.lines());
        assertThat(log.lines()).isNotEmpty();
        assertThat(server.requests().get(0)).contains(KEY);
        assertThat(seen).noneMatch(text -> text.contains(KEY));
    }

    private List<HttpHandler> waysToFail() {
        return List.of(
                ScriptedServer.answer(
                        200, "{\"Information\":\"your API key as %s, 25 requests per day\"}".formatted(KEY)),
                ScriptedServer.answer(200, "{\"Error Message\":\"the apikey %s is invalid\"}".formatted(KEY)),
                ScriptedServer.answer(200, "no JSON but " + KEY),
                ScriptedServer.answer(500, "error for " + KEY),
                ScriptedServer.answer(403, KEY),
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/other?apikey=" + KEY);
                    exchange.sendResponseHeaders(307, -1);
                },
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(KEY.getBytes(UTF_8));
                    throw new IOException("cut off");
                });
    }

    private void ask() throws InterruptedException {
        AlphaVantageSource source =
                new AlphaVantageSource(Settings.alphaVantage(server.uri(), KEY), Settings.http(), Clock.systemUTC());
        StringWriter trace = new StringWriter();
        catchThrowableOfType(SourceException.class, () -> source.latest(IBM)).printStackTrace(new PrintWriter(trace));
        seen.add(trace.toString());
        GuardedSource guarded = new GuardedSource(
                source,
                new ScriptedSource("alphavantage"),
                Settings.guard(),
                new SourceActivity("alphavantage", Clock.systemUTC(), RequestWatch.all(List.of())),
                Clock.systemUTC());
        seen.add(new SourceChain(List.of(guarded)).latest(IBM).toString());
    }
}
