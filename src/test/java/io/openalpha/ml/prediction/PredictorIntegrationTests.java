package io.openalpha.ml.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.PredictionResult.NoModel;
import io.openalpha.ml.prediction.PredictionResult.Predicted;
import io.openalpha.ml.prediction.PredictionResult.TooLittleHistory;
import io.openalpha.ml.prediction.PredictionResult.UnknownSymbol;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class PredictorIntegrationTests {

    private static final Symbol FIRST = new Symbol("S0000");
    private static final List<Symbol> NAMES = StoredMarket.MARKET.names();

    @TempDir
    private Path folder;

    private StoredMarket market;
    private ConfigurableApplicationContext context;
    private Predictor predictor;

    @BeforeEach
    void open() {
        market = new StoredMarket(folder);
        context = market.open();
        predictor = context.getBean(Predictor.class);
    }

    @AfterEach
    void close() {
        context.close();
        market.close();
    }

    @Test
    void knowsNoSymbolAtFirst() {
        assertThat(predictor.predict(FIRST)).isEqualTo(new UnknownSymbol(FIRST));
        assertThat(predictor.predictAll()).isEmpty();
        assertThat(predictor.asOf()).isEmpty();
    }

    @Test
    void saysThatNoModelServes() {
        StoredMarket.store(context, NAMES, StoredMarket.bars(160));

        awaitOutcome(FIRST, NoModel.class);
    }

    @Test
    void predictsByEveryModelAndByTheirMean() {
        StoredMarket.store(context, NAMES, StoredMarket.bars(160));
        VersionName forest = promote(1);
        VersionName regression = StoredMarket.publish(context, StoredMarket.logistic());
        StoredMarket.promote(context, regression);

        await().untilAsserted(() -> assertThat(predicted(FIRST).probabilities()).hasSize(2));

        Predicted prediction = predicted(FIRST);
        assertThat(prediction.asOf()).isEqualTo("2015-08-12");
        assertThat(prediction.stale()).isFalse();
        assertThat(prediction.probabilities())
                .extracting(probability -> probability.model().version())
                .containsExactly(regression, forest);
        assertThat(prediction.probabilities().get(0).model().label()).isEqualTo(LabelSettings.DEFAULT);
        assertThat(prediction.combined())
                .isCloseTo(
                        (prediction.probabilities().get(0).value()
                                        + prediction.probabilities().get(1).value())
                                / 2,
                        within(1e-12));
    }

    @Test
    void takesNoMeanOfProbabilitiesOfDifferentThings() {
        StoredMarket.store(context, NAMES, StoredMarket.bars(160));
        promote(1);
        StoredMarket.promote(context, StoredMarket.publish(context, StoredMarket.logistic(), 1, 5));

        await().untilAsserted(() -> assertThat(predicted(FIRST).probabilities()).hasSize(2));

        assertThat(predicted(FIRST).combined()).isNull();
    }

    @Test
    void callsAPredictionStaleOnceItsBarsAreOld() {
        StoredMarket.store(context, NAMES, StoredMarket.bars(160));
        promote(1);
        awaitOutcome(FIRST, Predicted.class);

        market.clock().set(Instant.parse("2015-08-17T23:59:59Z"));
        assertThat(predicted(FIRST).stale()).isFalse();
        market.clock().set(Instant.parse("2015-08-18T00:00:00Z"));
        assertThat(predicted(FIRST).stale()).isTrue();
    }

    @Test
    void saysHowFewBarsASymbolHas() {
        List<List<DailyBar>> bars = StoredMarket.bars(160);
        bars.set(0, bars.get(0).subList(61, 160));
        bars.set(1, List.of());
        StoredMarket.store(context, NAMES, bars);
        promote(1);

        awaitOutcome(NAMES.get(2), Predicted.class);

        assertThat(predictor.predict(NAMES.subList(0, 2)))
                .containsExactly(new TooLittleHistory(NAMES.get(0), 99), new TooLittleHistory(NAMES.get(1), 0));
    }

    @Test
    void predictsFromNewerBarsAsSoonAsTheyAreStored() {
        StoredMarket.store(context, NAMES, StoredMarket.bars(150));
        promote(1);
        awaitOutcome(FIRST, Predicted.class);
        assertThat(predicted(FIRST).asOf())
                .isEqualTo(StoredMarket.MARKET.dates().get(149));

        StoredMarket.store(context, NAMES, StoredMarket.bars(151));

        await().untilAsserted(() -> assertThat(predicted(FIRST).asOf())
                .isEqualTo(StoredMarket.MARKET.dates().get(150)));
    }

    @Test
    void goesOnWithTheBarsOfBeforeWhenNewOnesCannotBeComputedWith() {
        StoredMarket.store(context, NAMES, StoredMarket.bars(150));
        promote(1);
        awaitOutcome(FIRST, Predicted.class);
        List<List<DailyBar>> bars = StoredMarket.bars(151);
        DailyBar last = bars.get(1).get(150);
        bars.get(1)
                .set(150, new DailyBar(last.date(), -1, last.high(), last.low(), last.close(), last.close(), 1, true));

        StoredMarket.store(context, NAMES, bars);
        StoredMarket.store(context, List.of(new Symbol("NEW")), List.of(List.of()));

        awaitOutcome(new Symbol("NEW"), TooLittleHistory.class);
        assertThat(predicted(FIRST).asOf())
                .isEqualTo(StoredMarket.MARKET.dates().get(149));
    }

    @Test
    void answersForAThousandSymbolsInTheOrderAsked() {
        StoredMarket.store(context, NAMES, StoredMarket.bars(160));
        promote(1);
        awaitOutcome(FIRST, Predicted.class);
        List<Symbol> asked = new ArrayList<>(Stream.generate(NAMES::stream)
                .limit(34)
                .flatMap(names -> names)
                .limit(Predictor.MAX_SYMBOLS)
                .toList());
        Collections.reverse(asked);

        assertThat(predictor.predict(asked))
                .hasSize(1000)
                .hasOnlyElementsOfType(Predicted.class)
                .extracting(PredictionResult::symbol)
                .isEqualTo(asked);
        asked.add(FIRST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> predictor.predict(asked))
                .withMessage("1001 symbols are more than the 1000 that may be asked for at once");
    }

    @Test
    void predictsAllThatCanBe() {
        StoredMarket.store(context, NAMES, StoredMarket.bars(160));
        promote(1);
        awaitOutcome(FIRST, Predicted.class);

        assertThat(predictor.predictAll()).extracting(Predicted::symbol).isEqualTo(NAMES);
    }

    private VersionName promote(long seed) {
        VersionName version = StoredMarket.publish(context, StoredMarket.forest(seed));
        StoredMarket.promote(context, version);
        return version;
    }

    private void awaitOutcome(Symbol symbol, Class<? extends PredictionResult> kind) {
        await().untilAsserted(() -> assertThat(predictor.predict(symbol)).isInstanceOf(kind));
    }

    private Predicted predicted(Symbol symbol) {
        PredictionResult outcome = predictor.predict(symbol);
        assertThat(outcome).isInstanceOf(Predicted.class);
        return (Predicted) outcome;
    }
}
