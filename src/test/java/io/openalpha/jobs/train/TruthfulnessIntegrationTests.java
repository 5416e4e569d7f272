package io.openalpha.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Auc;
import io.openalpha.ml.evaluation.Candidate;
import io.openalpha.ml.evaluation.Estimate;
import io.openalpha.ml.evaluation.Evaluation;
import io.openalpha.ml.evaluation.Evaluator;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.evaluation.PromotionGate;
import io.openalpha.ml.evaluation.PromotionMode;
import io.openalpha.ml.evaluation.Ruling;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.learner.TrainingProgress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the models and their evaluation say of markets whose predictability is known. */
class TruthfulnessIntegrationTests {

    private static final int SYMBOLS = 60;
    private static final TrainingProperties SETTINGS = SmallSettings.of("network.epochs", "8");

    static List<Algorithm> algorithms() {
        return Algorithm.all(SETTINGS);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aMarketWithoutSignalGivesAnIntervalAroundAHalfAndNoPromotion(Algorithm algorithm) {
        Dataset dataset = SyntheticMarket.withoutSignal(5, SYMBOLS, 440).dataset(LabelSettings.DEFAULT);

        Assessment assessment = Assessment.of(evaluation(dataset, algorithm), List.of());

        Estimate auc = Objects.requireNonNull(
                Objects.requireNonNull(assessment.metrics()).auc());
        assertThat(auc.low()).isLessThan(0.5);
        assertThat(auc.high()).isGreaterThan(0.5);
        assertThat(PromotionGate.decide(new Candidate(assessment, true, true), PromotionMode.AUTO)
                        .ruling())
                .isEqualTo(Ruling.REJECTED);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aPlantedSignalIsFoundNearlyAsWellAsTheoryAllows(Algorithm algorithm) {
        SyntheticMarket market = new SyntheticMarket(5, SYMBOLS, 440, 0.3);
        Dataset dataset = market.dataset(LabelSettings.DEFAULT);

        Metrics metrics = evaluation(dataset, algorithm).metrics();

        double auc = Objects.requireNonNull(metrics.auc()).value();
        assertThat(auc).isCloseTo(market.theoreticalAuc(), within(0.02));
        assertThat(Objects.requireNonNull(metrics.logLoss()).excess().value()).isNegative();
    }

    /**
     * The outcome of the day after is as far away as the square of the signal. Who finds more in it has looked ahead.
     */
    @ParameterizedTest
    @MethodSource("algorithms")
    void labelsShiftedByOneDayLoseIt(Algorithm algorithm) {
        Dataset dataset = new SyntheticMarket(5, SYMBOLS, 440, 0.3).dataset(LabelSettings.DEFAULT);
        byte[] shifted = dataset.labels().clone();
        System.arraycopy(dataset.labels(), SYMBOLS, shifted, 0, dataset.rows() - 3 * SYMBOLS);
        WalkForwardTest test = test(dataset);

        float[] scores = test.run(algorithm.learner(), shifted, TrainingProgress.IGNORED, (rows, model) -> {})
                .forecasts()
                .scores();

        byte[] truth = new byte[scores.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = shifted[test.outOfSample().rows()[i]];
        }
        double left = new SyntheticMarket(5, SYMBOLS, 440, 0.3 * 0.3).theoreticalAuc();
        assertThat(left).isLessThan(0.55);
        assertThat(Auc.of(scores, truth)).isLessThan(left + 0.015);
    }

    private static Evaluation evaluation(Dataset dataset, Algorithm algorithm) {
        WalkForwardTest test = test(dataset);
        return new Evaluator(SETTINGS.evaluationSettings())
                .evaluate(
                        algorithm.name(),
                        test.run(algorithm.learner(), TrainingProgress.IGNORED).forecasts(),
                        test.outOfSample().periods());
    }

    private static WalkForwardTest test(Dataset dataset) {
        return WalkForwardTest.of(dataset, SETTINGS).orElseThrow();
    }
}
