package io.openalpha.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * A running simulated market: Yahoo Finance's chart service, Alpha Vantage, and {@code /simulator/orders} (GET, PUT),
 * {@code /simulator/stats} (GET) and {@code /simulator/reset} (POST) at one port. Safe for threads.
 */
public final class Simulator implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final OrderBook book;
    private final Quota quota;
    private final RequestStatistics statistics = new RequestStatistics();
    private final String host;

    private Simulator(SimulatorOptions options, HttpServer server) {
        this.server = server;
        this.threads = threads();
        this.book = new OrderBook(options.orders());
        this.quota = new Quota();
        this.host = options.host();
    }

    /**
     * Starts listening.
     *
     * @throws IOException if the address is taken or cannot be had
     */
    public static Simulator start(SimulatorOptions options) throws IOException {
        tuneHttpServer();
        HttpServer server = HttpServer.create(new InetSocketAddress(options.host(), options.port()), BACKLOG);
        Simulator simulator = new Simulator(options, server);
        simulator.serve(options);
        return simulator;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What to set as Yahoo's base URL. */
    public URI yahooUrl() {
        return URI.create("http://%s:%s".formatted(host.contains(":") ? "[" + host + "]" : host, port()));
    }

    /** What to set as Alpha Vantage's base URL. */
    public URI alphaVantageUrl() {
        return yahooUrl();
    }

    /** The orders in force. */
    public SimulatorOrders orders() {
        return book.page().orders();
    }

    /** Replaces all orders, from the next request on. The clock and outages that are the same as before go on. */
    public void order(SimulatorOrders orders) {
        book.order(orders);
    }

    /** What callers have done so far. */
    public SimulatorStats stats() {
        return statistics.stats();
    }

    /** Returns to the first orders, forgets the statistics and what was spent of quotas. */
    public void reset() {
        book.reset();
        quota.reset();
        statistics.reset();
    }

    /** Stops at once; requests under way get no answer. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(SimulatorOptions options) {
        Market market = new Market(options.seed());
        Faults faults = new Faults(options.seed());
        Sender sender = new Sender(options.gzip());
        serve("/v8/finance/chart/", Source.YAHOO, new RememberingService(new ChartService(market)), faults, sender);
        serve("/v7/finance/spark", Source.YAHOO, new SparkService(market), faults, sender);
        serve("/query", Source.ALPHA_VANTAGE, new AlphaVantageService(market, quota), faults, sender);
        server.createContext("/simulator/", new ControlHandler(this, sender));
        server.setExecutor(threads);
        server.start();
    }

    private void serve(String path, Source source, Service service, Faults faults, Sender sender) {
        server.createContext(path, new SourceHandler(source, service, book, faults, statistics, sender, threads));
    }

    private static ExecutorService threads() {
        CustomizableThreadFactory factory = new CustomizableThreadFactory("simulator-");
        factory.setDaemon(true);
        return Executors.newFixedThreadPool(THREADS, factory);
    }

    /** The JDK's server reads these once: without the first, kept connections stall for 40 ms an answer. */
    private static void tuneHttpServer() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }
}
