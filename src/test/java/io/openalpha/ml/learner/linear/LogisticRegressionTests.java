package io.openalpha.ml.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.Signal;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import org.junit.jupiter.api.Test;

class LogisticRegressionTests {

    private static final Signal.Planted LINEAR =
            (values, start) -> 1 / (1 + Math.exp(-0.3 - values[start] + 2 * values[start + 1]));

    private final Samples samples = Signal.samples(20_000, 4, 1, LINEAR);

    @Test
    void aLinearSignalIsFoundAsWellAsByTheFormulaItself() {
        TrainedModel trainedModel = train(LogisticSettings.standard(1), samples);
        Samples others = Signal.samples(20_000, 4, 2, LINEAR);
        float[] probabilities = trainedModel.probabilities(others);

        float[] best = new float[others.size()];
        double error = 0;
        for (int i = 0; i < best.length; i++) {
            best[i] = (float) LINEAR.probability(others.values(), others.start(i));
            error += Math.abs(best[i] - probabilities[i]) / best.length;
        }
        assertThat(Signal.auc(probabilities, others)).isCloseTo(Signal.auc(best, others), within(0.002));
        assertThat(error).isLessThan(0.02);
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        Samples others = Signal.samples(20_000, 4, 2, Signal.NONE);
        TrainedModel trainedModel = train(LogisticSettings.standard(1), Signal.samples(5000, 4, 1, Signal.NONE));

        // Standard error of an AUC of 0.5 with 10,000 rows a label: 0.0041; four of them.
        assertThat(Signal.auc(trainedModel.probabilities(others), others)).isCloseTo(0.5, within(0.0164));
    }

    @Test
    void aHeavyPenaltyKeepsProbabilitiesInTheMiddle() {
        LogisticSettings heavy = new LogisticSettings(1, 0.1, 32, 5, 250_000, 1);

        // Near 0 a row's share of the gradient is 0.25 (w* − w); each of two opposed weights of w / 2 pays 1 · w / 2,
        // so
        // that w is about a third of w* = 1 and −2.
        assertThat(spread(train(heavy, samples)))
                .isBetween(
                        0.3 * spread(train(LogisticSettings.standard(1), samples)),
                        0.6 * spread(train(LogisticSettings.standard(1), samples)));
    }

    private double spread(TrainedModel trainedModel) {
        double sum = 0;
        for (float probability : trainedModel.probabilities(samples)) {
            sum += Math.abs(probability - 0.5);
        }
        return sum;
    }

    @Test
    void theSameSeedGivesTheSameProbabilities() {
        assertThat(train(LogisticSettings.standard(1), samples).probabilities(samples))
                .isEqualTo(train(LogisticSettings.standard(1), samples).probabilities(samples));
    }

    @Test
    void noMoreRowsAreLearnedFromThanAllowed() {
        LogisticSettings few = new LogisticSettings(1e-4, 0.1, 32, 5, 300, 1);

        assertThat(new LogisticRegression(few).drawn(samples).size()).isEqualTo(300);
        assertThat(train(few, samples).probabilities(samples)).hasSize(20_000);
    }

    @Test
    void settingsThatMakeNoRegressionAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticSettings(-1, 0.1, 32, 5, 300, 1))
                .withMessage("A logistic regression's l2 must be 0 or more, not -1.0");
    }

    private static TrainedModel train(LogisticSettings settings, Samples samples) {
        return new LogisticRegression(settings).train(samples, TrainingProgress.IGNORED);
    }
}
