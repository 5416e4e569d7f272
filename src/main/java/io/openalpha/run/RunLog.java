package io.openalpha.run;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.openalpha.background.BackgroundLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Stores what this process logs while a run is at work, once a second. Nothing waits for it and nothing fails because
 * of it: lines that the database does not take in time are dropped.
 */
final class RunLog extends AppenderBase<ILoggingEvent> {

    private static final int WAITING_LINES = 1_000;
    private static final int LONGEST_LINE = 1_000;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final long jobInstanceId;
    private final RunLogs table;
    private final @Nullable Logger root;
    private final BlockingQueue<LogLine> waiting = new ArrayBlockingQueue<>(WAITING_LINES);
    private final BackgroundLoop writer =
            new BackgroundLoop("run-log", INTERVAL, BackgroundLoop.OnClose.LAST_ROUND, this::writeWaiting);

    private RunLog(long jobInstanceId, RunLogs table) {
        this.jobInstanceId = jobInstanceId;
        this.table = table;
        this.root = LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger logger ? logger : null;
    }

    static RunLog open(long jobInstanceId, RunLogs table) {
        RunLog log = new RunLog(jobInstanceId, table);
        log.begin();
        return log;
    }

    private void begin() {
        writer.start();
        if (root != null) {
            start();
            root.addAppender(this);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        // What the storing itself logs would be stored for ever.
        if (writer.isCurrentThread()) {
            return;
        }
        String message = event.getFormattedMessage();
        boolean taken = waiting.offer(new LogLine(
                event.getInstant(),
                event.getLevel().toString(),
                message.length() > LONGEST_LINE ? message.substring(0, LONGEST_LINE) + "…" : message));
        if (!taken) {
            addInfo("a line was dropped");
        }
    }

    private void writeWaiting() {
        List<LogLine> lines = new ArrayList<>();
        waiting.drainTo(lines);
        if (lines.isEmpty()) {
            return;
        }
        try {
            table.add(jobInstanceId, lines);
        } catch (RuntimeException e) {
            // The run itself will say what is wrong with the database.
            addWarn("lines of the log were lost", e);
        }
    }

    /** Waits some seconds for the last lines to be stored, and no longer. */
    void close() {
        if (root != null) {
            root.detachAppender(this);
            stop();
        }
        writer.close();
    }
}
