package io.openalpha.jobs.train;

import io.openalpha.market.BarReader;
import io.openalpha.market.BarReader.CleanBars;
import io.openalpha.ml.model.ModelUpkeep;
import io.openalpha.run.Work;
import io.openalpha.run.WorkProgress;
import java.time.Duration;
import org.springframework.batch.core.ExitStatus;

/** Removes what killed runs left, and checks that there is enough data to train on. */
record CheckWork(TrainingProperties settings, BarReader bars, ModelUpkeep upkeep) implements Work {

    /** This run holds the lock of all training, so every draft belongs to a dead process. */
    @Override
    public ExitStatus run(WorkProgress progress) {
        upkeep.sweep(Duration.ZERO);
        CleanBars clean = bars.clean();
        if (clean.rows() >= settings.minRows() && clean.symbols() >= settings.minSymbols()) {
            return ExitStatus.COMPLETED;
        }
        return TrainingSession.skip("%s clean final bars of %s symbols, fewer than the %s of %s that are needed"
                .formatted(clean.rows(), clean.symbols(), settings.minRows(), settings.minSymbols()));
    }
}
