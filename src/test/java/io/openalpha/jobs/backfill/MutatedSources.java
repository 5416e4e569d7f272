package io.openalpha.jobs.backfill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.openalpha.source.Mutation;
import io.openalpha.source.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes on what a simulated market answers: to some symbols with damage, and always the same one to each. */
final class MutatedSources implements AutoCloseable {

    private static final Pattern SYMBOL = Pattern.compile("(?:/chart/|symbol=)([^?&]+)");
    private static final String NOT_FOUND =
            "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"none\"}}}";

    private final ScriptedServer server = new ScriptedServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, List<String>> sent = new ConcurrentHashMap<>();
    private volatile URI market = URI.create("http://127.0.0.1/");
    private volatile String onlyPath = "/";
    private volatile Set<String> damaged = Set.of();
    private volatile long seed;

    MutatedSources() {
        server.handles(this::answer);
    }

    String uri() {
        return server.uri().toString();
    }

    /** @param path with which the calls begin that are passed on; others find nothing */
    void passOn(URI toMarket, String path) {
        market = toMarket;
        onlyPath = path;
    }

    void damage(Set<String> symbols, long withSeed) {
        damaged = symbols;
        seed = withSeed;
        sent.clear();
    }

    void damageNothing() {
        damage(Set.of(), 0);
    }

    /** The bodies that were sent about a symbol since the damage was last changed. */
    List<String> sent(String symbol) {
        return sent.getOrDefault(symbol, List.of());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toASCIIString();
        Matcher symbol = SYMBOL.matcher(asked);
        if (!asked.startsWith(onlyPath) || !symbol.find()) {
            ScriptedServer.answer(404, NOT_FOUND).handle(exchange);
            return;
        }
        String name = symbol.group(1);
        String body = fetch(asked.replace("outputsize=full", "outputsize=compact"));
        byte[] answer = damaged.contains(name) ? Mutation.of(body, seed + name.hashCode()) : body.getBytes(UTF_8);
        sent.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(new String(answer, UTF_8));
        ScriptedServer.answer(200, answer).handle(exchange);
    }

    private String fetch(String asked) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(market.resolve(asked))
                    .header("User-Agent", "Tests/1.0")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8))
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
