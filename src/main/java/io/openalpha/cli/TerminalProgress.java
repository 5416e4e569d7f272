package io.openalpha.cli;

import io.openalpha.run.ProgressDisplay;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on standard error with count, rate and time left. */
final class TerminalProgress implements ProgressDisplay {

    private static final int REDRAW_MILLIS = 100;

    private @Nullable ProgressBar bar;

    @Override
    public void begin(String step, long total) {
        if (total > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName(step)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    .showSpeed()
                    .build();
        }
    }

    @Override
    public void advance() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
