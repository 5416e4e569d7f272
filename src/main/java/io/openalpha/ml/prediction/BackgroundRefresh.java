package io.openalpha.ml.prediction;

import io.openalpha.background.BackgroundLoop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** What is brought up to date in rounds for as long as the process serves. */
abstract class BackgroundRefresh implements SmartLifecycle {

    private final String name;
    private final Duration pause;
    private @Nullable BackgroundLoop backgroundLoop;

    /**
     * @param name of the thread, and of what is kept up to date
     * @param pause before every round
     */
    BackgroundRefresh(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** Comes before the rounds; the start waits for it. */
    void begin() {}

    /** Brings it up to date. What it throws is logged, and the next round follows. */
    abstract void round() throws InterruptedException;

    /** Comes after the last round began: makes it end if it waits for something. */
    void end() {}

    @Override
    public final synchronized void start() {
        if (backgroundLoop == null) {
            begin();
            backgroundLoop = new BackgroundLoop(name, pause, BackgroundLoop.OnClose.INTERRUPT, this::round);
            backgroundLoop.start();
        }
    }

    @Override
    public final synchronized void stop() {
        if (backgroundLoop != null) {
            end();
            backgroundLoop.close();
            backgroundLoop = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return backgroundLoop != null;
    }
}
