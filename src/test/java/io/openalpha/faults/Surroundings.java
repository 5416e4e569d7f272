package io.openalpha.faults;

import io.openalpha.InstalledProgram;
import io.openalpha.database.StoppableServer;
import io.openalpha.simulator.ClockOrder;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import io.openalpha.simulator.SimulatorOrders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the program under test runs on: a database, a way to it, and a market. */
final class Surroundings implements AutoCloseable {

    static final int SYMBOLS = 200;

    private static final Duration LATENCY = Duration.ofMillis(120);
    private static final Instant MARKET_TIME = Instant.parse("2026-11-20T15:30:00Z");

    private final StoppableServer server;
    private final TcpProxy proxy;
    private final Simulator market;
    private final Program program;
    private final JdbcClient jdbc;

    Surroundings(Path jar, Path folder) throws IOException {
        server = StoppableServer.in(folder.resolve("database"));
        proxy = TcpProxy.to(server.port());
        market = Simulator.start(SimulatorOptions.defaults().withOrders(orders()));
        program = new Program(InstalledProgram.of(jar), folder, environment());
        jdbc = JdbcClient.create(
                new DriverManagerDataSource(server.url(server.port()), server.username(), server.password()));
        prepareUniverse();
    }

    StoppableServer server() {
        return server;
    }

    TcpProxy proxy() {
        return proxy;
    }

    Simulator market() {
        return market;
    }

    Program program() {
        return program;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** A market that answers slowly enough for faults to find the run at work. */
    static SimulatorOrders orders() {
        SimulatorOrders none = SimulatorOrders.none();
        return none.withClock(ClockOrder.fixed(MARKET_TIME))
                .withYahoo(none.yahoo().withLatency(LATENCY, LATENCY.dividedBy(2)));
    }

    @Override
    public void close() {
        market.close();
        proxy.close();
        server.close();
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", server.url(proxy.port()) + TcpProxy.READABLE,
                "SPRING_DATASOURCE_USERNAME", server.username(),
                "SPRING_DATASOURCE_PASSWORD", server.password(),
                "OPENALPHA_SOURCE_YAHOO_BASE_URL", market.yahooUrl().toString(),
                "OPENALPHA_SOURCE_YAHOO_RATE", "0",
                "OPENALPHA_SOURCE_BREAKER_OPEN", "1s",
                "OPENALPHA_SOURCE_RETRY_DELAY", "100ms",
                "OPENALPHA_COLLECTION_IN_FLIGHT", "10",
                "OPENALPHA_COLLECTION_CHUNK_SIZE", "20",
                "OPENALPHA_COLLECTION_POLITENESS_DELAY", "0ms");
    }

    private void prepareUniverse() {
        Program.Execution migration = program.migrate();
        if (migration.exitCode() != 0) {
            throw new UncheckedIOException(new IOException("the migration failed: see " + migration.log()));
        }
        jdbc.sql("update symbol set enabled = name in (select name from symbol order by name limit ?)")
                .param(SYMBOLS)
                .update();
    }
}
