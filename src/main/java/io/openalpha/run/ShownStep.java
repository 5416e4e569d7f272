package io.openalpha.run;

import io.openalpha.run.ProgressDisplay.Bar;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.ItemProcessListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the display of a step's items as they are processed. */
final class ShownStep<I, O> implements ItemProcessListener<I, O>, StepExecutionListener {

    private final ProgressDisplay display;
    private final LongSupplier total;
    private Bar bar = Bar.NONE;

    ShownStep(ProgressDisplay display, LongSupplier total) {
        this.display = display;
        this.total = total;
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        bar = display.begin(stepExecution.getStepName(), total.getAsLong());
    }

    @Override
    public void afterProcess(I item, @Nullable O result) {
        bar.advance();
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        bar.end();
        return null;
    }
}
