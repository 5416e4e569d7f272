package io.openalpha.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.StoredMarket;
import io.openalpha.web.AdminService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReloadUnderLoadIntegrationTests {

    private static final int CLIENTS = 8;
    private static final int RELOADS = 10;
    private static final String ONE = "/api/v1/predictions/S0003";
    private static final String BATCH = "/api/v1/predictions";
    private static final String BATCH_BODY = "{\"symbols\": [\"S0003\", \"S0004\"]}";

    @TempDir
    private Path folder;

    private AdminService service;

    private final Set<String> answers = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicBoolean enough = new AtomicBoolean();

    @BeforeEach
    void start() {
        service = AdminService.start("openalpha.model.folder=" + folder, "openalpha.prediction.bar-poll=200ms");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void noRequestFailsWhileModelsArePromotedAndRolledBack() throws InterruptedException {
        StoredMarket.store(service.context(), StoredMarket.MARKET.names(), StoredMarket.bars(160));
        VersionName first = StoredMarket.publish(service.context(), StoredMarket.forest(1));
        VersionName second = StoredMarket.publish(service.context(), StoredMarket.forest(2));
        change("/api/v1/models/" + first + "/promote");
        await().until(() -> service.get("viewer", ONE).statusCode() == 200);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(client % 2 == 0 ? this::askForOne : this::askForSome);
        }

        for (int reload = 0; reload < RELOADS; reload++) {
            boolean forward = reload % 2 == 0;
            change(forward ? "/api/v1/models/" + second + "/promote" : "/api/v1/models/random_forest/rollback");
            awaitServing(forward ? second : first);
        }
        enough.set(true);
        clients.shutdown();

        assertThat(clients.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).isEmpty();
        // For each of two symbols the answer of one model or of the other, and never a mixture.
        assertThat(answers).hasSize(4);
    }

    private void askForOne() {
        while (!enough.get()) {
            HttpResponse<String> response = service.get("viewer", ONE);
            note(response, AdminService.json(response));
        }
    }

    private void askForSome() {
        while (!enough.get()) {
            HttpResponse<String> response = service.postJson("viewer", BATCH, BATCH_BODY);
            JsonNode both = AdminService.json(response).path("predictions");
            note(response, both.path(0));
            note(response, both.path(1));
        }
    }

    private void note(HttpResponse<String> response, JsonNode prediction) {
        requests.incrementAndGet();
        if (response.statusCode() == 200) {
            answers.add(prediction.path("symbol").asString() + prediction.path("models"));
        } else {
            failures.add(response.statusCode() + " " + response.body());
        }
    }

    private void change(String path) {
        HttpResponse<String> response = service.post("admin", path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    /** Within five seconds, and with requests answered since. */
    private void awaitServing(VersionName version) {
        await().atMost(Duration.ofSeconds(5)).until(() -> AdminService.json(service.get("viewer", ONE))
                .path("models")
                .path(0)
                .path("version")
                .asString("")
                .equals(version.toString()));
        long before = requests.get();
        await().until(() -> requests.get() > before + CLIENTS);
    }
}
