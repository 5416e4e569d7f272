package io.openalpha.jobs.collect;

import com.sun.net.httpserver.HttpExchange;
import io.openalpha.source.ScriptedServer;
import io.openalpha.source.yahoo.Charts;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A Yahoo whose every answer the test decides. */
final class YahooStub implements AutoCloseable {

    /** What the stub answers to the nth request (from 1) for a symbol. */
    interface Script {
        Reply reply(String symbol, int request) throws InterruptedException;
    }

    record Reply(int status, String body, Map<String, String> headers) {

        Reply(int status, String body) {
            this(status, body, Map.of());
        }
    }

    private final ScriptedServer server = new ScriptedServer();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Script script;

    YahooStub(Script script) {
        this.script = script;
        server.handles(this::answer);
    }

    String url() {
        return server.uri().toString();
    }

    int requestsFor(String symbol) {
        AtomicInteger count = requests.get(symbol);
        return count == null ? 0 : count.get();
    }

    /** A chart with one row, stamped 2026-11-20 14:30 UTC. */
    static Reply price(String symbol, String close) {
        return new Reply(200, Charts.price(symbol, close));
    }

    static Reply unknown() {
        return new Reply(404, Charts.error("Not Found"));
    }

    static Reply tooMany(int retryAfterSeconds) {
        return new Reply(429, "", Map.of("Retry-After", String.valueOf(retryAfterSeconds)));
    }

    static Reply broken() {
        return new Reply(503, "");
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String symbol = path.substring(path.lastIndexOf('/') + 1);
        int request =
                requests.computeIfAbsent(symbol, name -> new AtomicInteger()).incrementAndGet();
        try {
            Reply reply = script.reply(symbol, request);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            ScriptedServer.answer(reply.status(), reply.body()).handle(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
