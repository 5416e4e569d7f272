package io.openalpha.app;

import io.openalpha.run.ProgressDisplay;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Bars on standard error with count, rate and time left. */
final class TerminalProgress implements ProgressDisplay {

    private static final int REDRAW_MILLIS = 100;

    @Override
    public Bar begin(String step, long total) {
        return total == 0
                ? Bar.NONE
                : new TerminalBar(new ProgressBarBuilder()
                        .setTaskName(step)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(REDRAW_MILLIS)
                        .showSpeed()
                        .build());
    }

    private record TerminalBar(ProgressBar bar) implements Bar {

        @Override
        public void advance() {
            bar.step();
        }

        @Override
        public void end() {
            bar.close();
        }
    }
}
