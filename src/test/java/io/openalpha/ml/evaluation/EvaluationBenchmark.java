package io.openalpha.ml.evaluation;

import java.time.Duration;
import java.time.Instant;

/** How long one model's evaluation takes at the size of ten years of an index of 500. Run by hand. */
final class EvaluationBenchmark {

    private EvaluationBenchmark() {}

    /** Prints the seconds of five evaluations of 1,900 days and 475 symbols. */
    public static void main(String[] args) {
        OutOfSampleForecasts market = Fixtures.market(1_900, 475, 0.001, 1);
        Evaluator evaluator = new Evaluator(EvaluationSettings.standard(1));
        for (int round = 1; round <= 5; round++) {
            Instant start = Instant.now();
            Evaluation evaluation = evaluator.evaluate("simulated", market, Fixtures.oneFold(1_900));
            System.out.printf(
                    "%,d rows, %,d days: %d ms, AUC %s%n",
                    evaluation.metrics().rows(),
                    evaluation.metrics().days(),
                    Duration.between(start, Instant.now()).toMillis(),
                    evaluation.metrics().auc());
        }
    }
}
