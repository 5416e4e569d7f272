package io.openalpha.ml.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.model.VersionName;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.StopSignal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecorderIntegrationTests {

    private static final List<Symbol> NAMES = StoredMarket.MARKET.names();
    private static final List<LocalDate> DAYS = StoredMarket.MARKET.dates();
    private static final Symbol FIRST = NAMES.get(0);

    @TempDir
    private Path folder;

    private StoredMarket market;
    private ConfigurableApplicationContext context;
    private PastPredictions past;

    @BeforeEach
    void open() {
        market = new StoredMarket(folder);
        context = market.open(RunConfiguration.class, RecordingConfiguration.class, Stop.class);
        past = context.getBean(PastPredictions.class);
        at(158);
    }

    @AfterEach
    void close() {
        context.close();
        market.close();
    }

    @Test
    void notesWhatIsPredictedOnce() {
        promote(1);
        store(158);
        awaitPast(1);

        assertThat(past.of(FIRST)).singleElement().satisfies(prediction -> {
            PredictionResult.Predicted served = (PredictionResult.Predicted)
                    context.getBean(Predictor.class).predict(FIRST);
            assertThat(prediction.asOf()).isEqualTo(DAYS.get(157)).isEqualTo(served.asOf());
            assertThat((float) prediction.probability())
                    .isEqualTo((float) served.probabilities().get(0).value());
            assertThat(prediction.label()).isEqualTo(LabelSettings.DEFAULT);
            assertThat(prediction.realised()).isNull();
        });
        assertThat(count("prediction")).isEqualTo(NAMES.size());
    }

    @Test
    void notesWhatCameOfItByTheLabelsOfTheTraining() {
        promote(1);
        store(158);
        awaitPast(1);
        at(160);
        store(160);
        await().untilAsserted(() -> assertThat(count("prediction_outcome")).isEqualTo(NAMES.size()));

        Dataset whole = StoredMarket.MARKET.dataset(LabelSettings.DEFAULT);
        for (int symbol = 0; symbol < NAMES.size(); symbol++) {
            int row = row(whole, symbol, DAYS.get(157));
            PastPrediction.Realised realised =
                    Objects.requireNonNull(past.of(NAMES.get(symbol)).get(0).realised());
            assertThat(realised.cameTrue()).isEqualTo(whole.labels()[row] == 1);
            assertThat((float) realised.forwardReturn()).isEqualTo(whole.forwardReturns()[row]);
        }
    }

    @Test
    void ofADayKeepsWhatWasSaidFirst() {
        VersionName first = promote(1);
        store(158);
        awaitPast(1);
        promote(2);
        await().untilAsserted(() -> assertThat(count("prediction")).isEqualTo(2L * NAMES.size()));

        assertThat(past.of(FIRST))
                .singleElement()
                .extracting(PastPrediction::version)
                .isEqualTo(first);
    }

    @Test
    void leavesOutWhatWasSaidWhenTheDayOfTheOutcomeHadBegun() {
        // Midnight in New York.
        market.clock().set(Instant.parse(DAYS.get(159) + "T04:00:00Z"));
        promote(1);
        store(158);
        awaitPast(1);
        at(160);
        store(160);

        await().untilAsserted(() ->
                assertThat(past.of(FIRST)).extracting(PastPrediction::asOf).containsExactly(DAYS.get(159)));
    }

    @Test
    void notesNothingFromOldBars() {
        market.clock().set(Instant.parse(DAYS.get(157).plusDays(6) + "T12:00:00Z"));
        promote(1);
        store(158);
        await().until(() -> context.getBean(Predictor.class).predict(FIRST) instanceof PredictionResult.Predicted said
                && said.stale());
        store(159);
        await().untilAsserted(() ->
                assertThat(past.of(FIRST)).extracting(PastPrediction::asOf).containsExactly(DAYS.get(158)));
    }

    @Test
    void notesNothingOfSymbolsThatAreNotCollected() {
        store(158);
        context.getBean(Universe.class).enable(List.of(FIRST), false);
        promote(1);
        await().untilAsserted(() -> assertThat(count("prediction")).isEqualTo(NAMES.size() - 1L));

        assertThat(past.of(FIRST)).isEmpty();
    }

    @Test
    void waitsWhileBarsAreFetched() throws SQLException {
        promote(1);
        try (Connection backfill = market.database().dataSource().getConnection();
                Statement lock = backfill.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('openalpha.run.backfill', 0))");
            store(157);
            await().until(() -> context.getBean(Predictor.class).predict(FIRST) instanceof PredictionResult.Predicted);
            store(158);
            await().until(() -> context.getBean(Predictor.class).asOf().equals(Optional.of(DAYS.get(157))));
            assertThat(count("prediction")).isZero();
            lock.execute("select pg_advisory_unlock_all()");
        }

        awaitPast(1);
        assertThat(past.of(FIRST)).extracting(PastPrediction::asOf).containsExactly(DAYS.get(157));
    }

    @Test
    void forgetsWhatIsOld() {
        jdbc().sql("insert into prediction values ('OLD', :day, 'forest_20140101_000000', 'forest',"
                        + " 'direction', 1, 0.5, now())")
                .param("day", DAYS.get(157).minusDays(401))
                .update();
        promote(1);
        store(158);
        awaitPast(1);

        await().untilAsserted(() -> assertThat(count("prediction")).isEqualTo(NAMES.size()));
    }

    @Test
    void whatWasSaidCannotBeRewritten() {
        assertThatThrownBy(() ->
                        jdbc().sql("update prediction set probability = 1").update())
                .hasMessageContaining("update is not allowed");
        assertThatThrownBy(() -> jdbc().sql("update prediction_outcome set came_true = true")
                        .update())
                .hasMessageContaining("update is not allowed");
    }

    private void at(int days) {
        market.clock().set(Instant.parse(DAYS.get(days - 1) + "T22:00:00Z"));
    }

    private void store(int days) {
        StoredMarket.store(context, NAMES, StoredMarket.bars(days));
    }

    private VersionName promote(long seed) {
        VersionName version = StoredMarket.publish(context, StoredMarket.forest(seed));
        StoredMarket.promote(context, version);
        return version;
    }

    private void awaitPast(int predictions) {
        await().untilAsserted(() -> assertThat(past.of(FIRST)).hasSize(predictions));
    }

    private long count(String table) {
        return jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(market.database().dataSource());
    }

    private static int row(Dataset dataset, int symbol, LocalDate day) {
        int index = dataset.days().indexOf(day);
        return Arrays.stream(dataset.labelledRows(index, index + 1))
                .filter(row -> dataset.symbolOfRow()[row] == symbol)
                .findFirst()
                .orElseThrow();
    }

    /** What the command line adds. */
    @Configuration(proxyBeanMethods = false)
    static class Stop {

        @Bean
        StopSignal stopSignal() {
            return new StopSignal();
        }
    }
}
