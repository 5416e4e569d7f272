package io.openalpha.run;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * How far one step got: a position and counts that are stored in the transaction of their chunk.
 *
 * <p>The step's execution context cannot promise that: it is saved again after a commit that failed, with what the
 * failed chunk had put there. So the position stands in a row of its own that the chunk's transaction writes.
 */
public final class StepProgress implements StepExecutionListener {

    private final ProgressTable table;
    private @Nullable StepExecution step;
    private long itemsBefore;

    StepProgress(ProgressTable table) {
        this.table = table;
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        step = stepExecution;
        itemsBefore = committed().items();
    }

    /** What the committed chunks of this step, also of earlier executions of the run, have reached. */
    public Progress committed() {
        return table.find(jobInstanceId(), running().getStepName());
    }

    /** Records how many items remain; together with those that have ended they are the items of the run. */
    public void expect(long remaining) {
        Progress before = committed();
        Map<String, Long> counts = new TreeMap<>(before.counts());
        counts.put(Progress.ASKED, before.items() + remaining);
        save(new Progress(before.position(), before.ahead(), before.items(), counts));
    }

    /**
     * Moves on, inside the chunk's transaction.
     *
     * @param position from which a resumed run reads on; what it means is the step's own affair
     * @param ahead names of items behind the position that have ended as well
     * @param items how many items the chunk had
     * @param counts what is to be added to each count, by name
     */
    public void advance(String position, Set<String> ahead, long items, Map<String, Long> counts) {
        Progress before = committed();
        Map<String, Long> sums = new TreeMap<>(before.counts());
        counts.forEach((name, count) -> sums.merge(name, count, Long::sum));
        save(new Progress(position, ahead, before.items() + items, sums));
    }

    /** Moves on in a step whose items end in the order of their positions. */
    public void advance(String position, long items, Map<String, Long> counts) {
        advance(position, Set.of(), items, counts);
    }

    private void save(Progress progress) {
        table.save(jobInstanceId(), running().getStepName(), progress);
    }

    /** Replaces the counts in memory, where a rolled-back chunk counts as written, by the committed ones. */
    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        Progress progress = committed();
        stepExecution.setReadCount(progress.items() - itemsBefore);
        stepExecution.setWriteCount(progress.items() - itemsBefore);
        progress.counts()
                .forEach((name, count) -> stepExecution.getExecutionContext().putLong(name, count));
        return null;
    }

    /** The counts of all steps of the run, added up. */
    public Map<String, Long> totals() {
        return table.totals(jobInstanceId());
    }

    /** The job instance that the step belongs to. */
    public long jobInstanceId() {
        return running().getJobExecution().getJobInstanceId();
    }

    private StepExecution running() {
        if (step == null) {
            throw new IllegalStateException("the step has not begun");
        }
        return step;
    }
}
