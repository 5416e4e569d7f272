package io.openalpha.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on a free port that answers as it is told and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HttpExchange> exchanges = new CopyOnWriteArrayList<>();
    private volatile HttpHandler handler = answer(500, "not told what to answer");

    public ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchanges.add(exchange);
        try (exchange) {
            handler.handle(exchange);
        }
    }

    /** Each call from now on is answered with this. */
    public void answers(int status, String body) {
        handler = answer(status, body);
    }

    /** Each call from now on is answered with this. */
    public void answers(int status, byte[] body) {
        handler = answer(status, body);
    }

    /** Each call from now on is handled by this. */
    public void handles(HttpHandler newHandler) {
        handler = newHandler;
    }

    public static HttpHandler answer(int status, String body) {
        return answer(status, body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpHandler answer(int status, byte[] body) {
        return exchange -> {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Path and query of each call so far, as they came. */
    public List<String> requests() {
        return exchanges.stream()
                .map(exchange -> exchange.getRequestURI().toASCIIString())
                .toList();
    }

    /** The value of a header of the last call. */
    public String lastHeader(String name) {
        return exchanges.get(exchanges.size() - 1).getRequestHeaders().getFirst(name);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
