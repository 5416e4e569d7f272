package io.openalpha.jobs.train;

import io.openalpha.market.BarReader;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.FeatureSet;
import io.openalpha.run.Run;
import io.openalpha.run.StepProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the bars symbol by symbol, a few symbols a chunk, and makes the dataset when all are there. */
final class DatasetStep implements ItemReader<Symbol>, StepExecutionListener {

    static final String NAME = "dataset";
    private static final Logger LOG = LoggerFactory.getLogger(DatasetStep.class);
    private static final int CHUNK = 20;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final BarReader bars;
    private final TrainingSession session;
    private final StepProgress progress;
    private @Nullable Iterator<Symbol> symbols;

    private DatasetStep(BarReader bars, TrainingSession session, StepProgress progress) {
        this.bars = bars;
        this.session = session;
        this.progress = progress;
    }

    static Step of(Run run, BarReader bars, TrainingSession session) {
        StepProgress progress = run.progress();
        DatasetStep step = new DatasetStep(bars, session, progress);
        return run.<Symbol, Symbol>step(
                        NAME, CHUNK, progress, () -> bars.symbols().size())
                .reader(step)
                .writer(step::write)
                .listener((StepExecutionListener) step)
                .allowStartIfComplete(true)
                .build();
    }

    @Override
    public @Nullable Symbol read() {
        if (symbols == null) {
            symbols = bars.symbols().iterator();
        }
        return symbols.hasNext() ? symbols.next() : null;
    }

    private void write(Chunk<? extends Symbol> chunk) {
        List<Symbol> read = List.copyOf(chunk.getItems());
        try (Stream<StoredBar> stored = bars.stream(read, EARLIEST, LATEST)) {
            Iterator<StoredBar> rows = stored.iterator();
            StoredBar row = rows.hasNext() ? rows.next() : null;
            for (Symbol symbol : read) {
                List<DailyBar> history = new ArrayList<>();
                while (row != null && row.symbol().equals(symbol)) {
                    history.add(row.bar());
                    row = rows.hasNext() ? rows.next() : null;
                }
                session.add(symbol, history);
            }
        }
        progress.advance("", read.size(), Map.of("symbols", (long) read.size()));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        return stepExecution.getStatus() == BatchStatus.COMPLETED ? judge(session.complete()) : null;
    }

    private static @Nullable ExitStatus judge(Dataset dataset) {
        int days = dataset.days().size();
        LOG.info(
                "Dataset of {} rows, {} features, {} symbols on {} days",
                dataset.rows(),
                dataset.features().size(),
                dataset.symbols().size(),
                days);
        LabelCount labels = LabelCount.of(dataset.labels(), dataset.labelledRows(0, days));
        return labels.isMixed()
                ? null
                : TrainingSession.skip(
                        ("the bars make %s rows with a known outcome, %s of them of label 1, and both labels are"
                                        + " needed; a row takes %s bars without a gap")
                                .formatted(labels.rows(), labels.ones(), FeatureSet.LOOK_BACK));
    }
}
