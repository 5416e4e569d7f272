package io.openalpha.run;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.ItemProcessListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the display of a step's items as they are processed. */
record ShownStep<I, O>(ProgressDisplay display, LongSupplier total)
        implements ItemProcessListener<I, O>, StepExecutionListener {

    @Override
    public void beforeStep(StepExecution stepExecution) {
        display.begin(stepExecution.getStepName(), total.getAsLong());
    }

    @Override
    public void afterProcess(I item, @Nullable O result) {
        display.advance();
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        display.end();
        return null;
    }
}
