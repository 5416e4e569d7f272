package io.openalpha.source;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged below a logger while this is open; it goes nowhere else. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger;
    private final Level levelBefore;
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LogLines(String name, Level level) {
        logger = (Logger) LoggerFactory.getLogger(name);
        levelBefore = logger.getLevel();
        logger.setLevel(level);
        logger.setAdditive(false);
        setContext(logger.getLoggerContext());
        logger.iteratorForAppenders().forEachRemaining(silenced::add);
        silenced.forEach(logger::detachAppender);
        start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getLevel() + " " + event.getFormattedMessage());
        for (var thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            line.append(" / ").append(thrown.getMessage());
        }
        lines.add(line.toString());
    }

    /** Level, message and the messages of what was thrown, in the order in which they came. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        silenced.forEach(logger::addAppender);
        logger.setAdditive(true);
        logger.setLevel(levelBefore);
    }
}
