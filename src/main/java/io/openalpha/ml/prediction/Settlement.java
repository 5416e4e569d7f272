package io.openalpha.ml.prediction;

import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.DatasetBuilder;
import io.openalpha.ml.prediction.PredictionTable.Settled;
import io.openalpha.ml.prediction.PredictionTable.Unsettled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells what came of predictions, by the labels that the training would give the same days. */
record Settlement(RowReader reader, PredictionTable table) {

    /**
     * Settles all that can be.
     *
     * @param newest the last day that has bars
     * @return how many outcomes became known
     */
    int settle(LocalDate newest) {
        int settled = 0;
        for (Unsettled some : table.unsettled(newest)) {
            settled += table.settle(some.label(), outcomes(some, newest));
        }
        return settled;
    }

    private List<Settled> outcomes(Unsettled some, LocalDate newest) {
        DatasetBuilder builder = new DatasetBuilder(some.label());
        reader.stored(some.first(), newest).forEach(builder::add);
        Dataset dataset = builder.build();
        List<Settled> outcomes = new ArrayList<>();
        for (int day = 0; day + some.label().horizon() + 1 < dataset.days().size(); day++) {
            if (!dataset.days().get(day).isBefore(some.first())) {
                addDay(outcomes, dataset, day);
            }
        }
        return outcomes;
    }

    private static void addDay(List<Settled> outcomes, Dataset dataset, int day) {
        LocalDate due = dataset.days().get(day + 1 + dataset.settings().horizon());
        for (int row : dataset.labelledRows(day, day + 1)) {
            outcomes.add(new Settled(
                    dataset.symbols().get(dataset.symbolOfRow()[row]).name(),
                    dataset.days().get(day),
                    dataset.forwardReturns()[row],
                    dataset.labels()[row] == 1,
                    due));
        }
    }
}
