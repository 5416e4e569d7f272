package io.openalpha.ml.prediction;

import io.openalpha.market.BarReader;
import io.openalpha.ml.prediction.PredictionResult.Predicted;
import io.openalpha.run.JobsAtWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the forecasts of the serving models, whenever bars were stored or another version serves, and their outcomes.
 * Waits while bars are being fetched: until all are there, ranks are taken among some symbols only.
 */
final class Recorder extends BackgroundRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final String FILLING = "backfill";

    private final BarReader bars;
    private final NewestFeatures features;
    private final Predictor predictor;
    private final PredictionTable table;
    private final Settlement settlement;
    private final JobsAtWork atWork;
    private final Clock clock;
    private final Period keep;

    private @Nullable State recorded;

    Recorder(
            BarReader bars,
            NewestFeatures features,
            Predictor predictor,
            PredictionTable table,
            JobsAtWork atWork,
            Clock clock,
            PredictionProperties settings) {
        super("recorded-predictions", settings.barPoll());
        this.bars = bars;
        this.features = features;
        this.predictor = predictor;
        this.table = table;
        this.settlement = new Settlement(new RowReader(bars), table);
        this.atWork = atWork;
        this.clock = clock;
        this.keep = settings.keep();
    }

    /** What the last record was made of. */
    private record State(BarReader.Mark bars, List<ServingModel> models) {}

    @Override
    void round() {
        if (atWork.contains(FILLING)) {
            return;
        }
        BarReader.Mark mark = bars.mark();
        if (mark.newest() == null || !features.areOf(mark)) {
            return;
        }
        List<Predicted> predicted = predictor.predictAll();
        State state = new State(mark, models(predicted));
        if (!state.equals(recorded)) {
            record(predicted, mark.newest());
            recorded = state;
        }
    }

    /** What is said from old data may be about days that have passed since. */
    private void record(List<Predicted> predicted, LocalDate newest) {
        Instant now = clock.instant();
        int added = table.add(
                predicted.stream().filter(prediction -> !prediction.stale()).toList(), now);
        int settled = settlement.settle(newest);
        table.forgetBefore(LocalDate.ofInstant(now, ZoneOffset.UTC).minus(keep));
        if (added + settled > 0) {
            LOG.info("Noted {} predictions, and what came of {} days of symbols", added, settled);
        }
    }

    private static List<ServingModel> models(List<Predicted> predicted) {
        return predicted.stream()
                .limit(1)
                .flatMap(prediction -> prediction.probabilities().stream())
                .map(PredictionResult.Probability::model)
                .toList();
    }
}
