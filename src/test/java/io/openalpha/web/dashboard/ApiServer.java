package io.openalpha.web.dashboard;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.openalpha.source.ScriptedServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An API server of Kubernetes that answers with the JSON that it is given, or not at all. */
final class ApiServer implements AutoCloseable {

    private static final String NAMESPACE = "quant";
    private static final String BATCH = "/apis/batch/v1/namespaces/quant/";
    private static final String CORE = "/api/v1/namespaces/quant/";
    private static final String NOTHING =
            "{\"kind\": \"List\", \"apiVersion\": \"v1\", \"metadata\": {}, \"items\": []}";

    private final ScriptedServer server = new ScriptedServer();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean hangs;
    private volatile boolean refuses;

    ApiServer() {
        server.handles(this::answer);
    }

    KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl(server.uri().toString())
                        .withNamespace(NAMESPACE)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    /** Items as JSON, separated by commas. */
    void has(String resource, String items) {
        answers.put((resource.endsWith("jobs") ? BATCH : CORE) + resource, NOTHING.replace("[]", "[" + items + "]"));
    }

    void hasJob(String name, String json) {
        answers.put(BATCH + "jobs/" + name, json);
    }

    /** Lets all requests from now on wait for an answer until this server is closed. */
    void hang() {
        hangs = true;
    }

    /** Answers all requests from now on as an API server does that allows nothing. */
    void refuse() {
        refuses = true;
    }

    /** Requests that wait for an answer. */
    int waiting() {
        return waiting.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (query.contains("watch=true")) {
            await(closed);
            return;
        }
        if (hangs) {
            waiting.incrementAndGet();
            await(closed);
            waiting.decrementAndGet();
            return;
        }
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        String answer = refuses ? null : answers.get(path);
        int status = answer != null ? 200 : refuses ? 403 : isList(path) ? 200 : 404;
        ScriptedServer.answer(status, answer != null ? answer : status == 200 ? NOTHING : refusal(status))
                .handle(exchange);
    }

    private static boolean isList(String path) {
        return path.endsWith("s");
    }

    private static String refusal(int status) {
        return """
                {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "reason": "Forbidden", "code": %s,
                  "message": "cronjobs.batch is forbidden: User \\"x\\" cannot list resource \\"cronjobs\\""}""".formatted(status);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }
}
