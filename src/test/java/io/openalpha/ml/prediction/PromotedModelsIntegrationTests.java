package io.openalpha.ml.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.market.Symbol;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.Reason;
import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.PredictionResult.Predicted;
import io.openalpha.source.LogLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class PromotedModelsIntegrationTests {

    private static final Reason BECAUSE = Reason.of("tester", "it is a test");

    @TempDir
    private Path folder;

    private StoredMarket market;
    private ConfigurableApplicationContext context;
    private PromotedModels models;

    @BeforeEach
    void open() {
        market = new StoredMarket(folder);
        context = market.open(HeardEvents.class);
        models = context.getBean(PromotedModels.class);
    }

    @AfterEach
    void close() {
        context.close();
        market.close();
    }

    @Test
    void serveTheVersionThatIsPromotedAndAfterARollbackTheOneBefore() {
        VersionName first = publish(1);
        VersionName second = publish(2);
        assertThat(models.models()).isEmpty();

        StoredMarket.promote(context, first);
        awaitServing(first);
        StoredMarket.promote(context, second);
        awaitServing(second);
        context.getBean(ModelRegistry.class).rollBack("random_forest", BECAUSE);
        awaitServing(first);

        assertThat(heard()).containsExactly("serving " + first, "serving " + second, "serving " + first);
    }

    @Test
    void areThereOnceTheContextIs() {
        VersionName version = publish(1);
        StoredMarket.promote(context, version);

        try (ConfigurableApplicationContext other = market.open()) {
            assertThat(other.getBean(PromotedModels.class).models())
                    .extracting(ServingModel::version)
                    .containsExactly(version);
        }
    }

    @Test
    void neverFailARequestWhileTheyAreReplaced() throws Exception {
        StoredMarket.store(context, StoredMarket.MARKET.names(), StoredMarket.bars(160));
        VersionName first = publish(1);
        VersionName second = publish(2);
        StoredMarket.promote(context, first);
        Predictor predictor = context.getBean(Predictor.class);
        Symbol symbol = StoredMarket.MARKET.names().get(3);
        await().untilAsserted(() -> assertThat(predictor.predict(symbol)).isInstanceOf(Predicted.class));
        Set<Object> seen = ConcurrentHashMap.newKeySet();
        AtomicLong requests = new AtomicLong();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(3);
        for (int client = 0; client < 3; client++) {
            clients.execute(() -> {
                while (!enough.get()) {
                    for (PredictionResult outcome : predictor.predict(List.of(symbol, new Symbol("S0004")))) {
                        seen.add(answer(outcome));
                    }
                    requests.incrementAndGet();
                }
            });
        }

        for (int reload = 0; reload < 5; reload++) {
            StoredMarket.promote(context, reload % 2 == 0 ? second : first);
            awaitServing(reload % 2 == 0 ? second : first);
            long before = requests.get();
            await().until(() -> requests.get() > before);
        }
        enough.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

        // Each symbol was given one of two answers only: a version with the probability that belongs to it.
        assertThat(seen).hasSize(4).allMatch(answer -> answer.toString().startsWith("S000"));
    }

    private static String answer(PredictionResult outcome) {
        return outcome instanceof Predicted predicted
                ? predicted.symbol() + " " + predicted.probabilities()
                : outcome.toString();
    }

    @Test
    void hearOfPromotionsAgainAfterTheirConnectionBroke() {
        StoredMarket.promote(context, publish(1));
        await().until(() -> !listeners().isEmpty());
        List<Integer> before = listeners();

        jdbc().sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                        + " and application_name = 'openalpha model_registry'")
                .query(Boolean.class)
                .list();
        await().until(() -> !listeners().isEmpty() && !listeners().equals(before));
        VersionName second = publish(2);
        StoredMarket.promote(context, second);

        awaitServing(second);
    }

    @Test
    void areFoundByPollingWithoutNotifications() {
        jdbc().sql("drop trigger promoted_model_changed on promoted_model").update();
        VersionName version = publish(1);

        StoredMarket.promote(context, version);

        awaitServing(version);
    }

    @Test
    void keepTheOldVersionInPlaceOfADamagedOne() throws Exception {
        VersionName good = publish(1);
        VersionName damaged = publish(2);
        Files.writeString(folder.resolve(damaged + "/model.pb"), "something else");
        StoredMarket.promote(context, good);
        awaitServing(good);

        try (LogLines log = new LogLines(PromotedModels.class.getName(), ch.qos.logback.classic.Level.WARN)) {
            StoredMarket.promote(context, damaged);
            await().untilAsserted(() -> assertThat(models.problems()).hasSize(1));
            context.getBean(ModelRegistry.class).promote(damaged, BECAUSE); // tried again, and not talked of again
            await().until(() -> jdbc().sql("select count(*) from model_decision")
                            .query(Long.class)
                            .single()
                    == 3);
            awaitServing(good);

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN " + damaged + " is to serve and does not load, so " + good
                            + " goes on serving: Model " + damaged + " is damaged");
        }

        assertThat(models.problems()).singleElement().satisfies(problem -> assertThat(problem.version())
                .isEqualTo(damaged));
        assertThat(heard()).hasSize(2).last().asString().startsWith("refused " + damaged + " Model");

        StoredMarket.promote(context, good);
        await().untilAsserted(() -> assertThat(models.problems()).isEmpty());
    }

    @Test
    void tryADamagedModelAgainAfterAWhile() throws Exception {
        VersionName version = publish(1);
        Path model = folder.resolve(version + "/model.pb");
        byte[] whole = Files.readAllBytes(model);
        Files.delete(model);
        StoredMarket.promote(context, version);
        await().untilAsserted(() -> assertThat(models.problems()).hasSize(1));

        Files.write(model, whole);
        market.clock().set(Instant.parse("2015-08-13T12:01:00Z"));

        awaitServing(version);
        assertThat(models.problems()).isEmpty();
    }

    @Test
    void refuseAModelOfOtherFeatures() {
        StoredMarket.promote(context, StoredMarket.publish(context, StoredMarket.forest(1), 99, 1));

        await().untilAsserted(() -> assertThat(models.problems())
                .singleElement()
                .extracting(ModelProblem::problem)
                .asString()
                .endsWith("was trained on features of version 99, and this program computes version 1"));
        assertThat(models.models()).isEmpty();
    }

    @Test
    void refuseAModelThatDoesNotSayHowFarItForesees() {
        StoredMarket.promote(context, StoredMarket.publish(context, StoredMarket.forest(1), 1, 0));

        await().untilAsserted(() -> assertThat(models.problems())
                .singleElement()
                .extracting(ModelProblem::problem)
                .asString()
                .contains("does not say what it foresees"));
    }

    @Test
    void leaveNeitherThreadNorConnectionBehind() {
        await().until(() -> !listeners().isEmpty());

        context.close();

        await().until(() -> listeners().isEmpty());
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("promoted-models", "newest-features");
    }

    @Test
    void canBeStartedAgain() {
        models.stop();
        assertThat(models.isRunning()).isFalse();
        models.start();
        VersionName version = publish(1);

        StoredMarket.promote(context, version);

        awaitServing(version);
    }

    private VersionName publish(long seed) {
        return StoredMarket.publish(context, StoredMarket.forest(seed));
    }

    private void awaitServing(VersionName version) {
        await().untilAsserted(() ->
                assertThat(models.models()).extracting(ServingModel::version).containsExactly(version));
    }

    private List<String> heard() {
        return context.getBean(HeardEvents.class).heard;
    }

    private List<Integer> listeners() {
        return jdbc().sql("select pid from pg_stat_activity where datname = current_database()"
                        + " and application_name = 'openalpha model_registry'")
                .query((row, number) -> row.getInt(1))
                .list();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(market.database().dataSource());
    }
}
