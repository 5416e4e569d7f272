package io.openalpha.app;

import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Says how a run ended. */
final class RunReport {

    private static final Logger LOG = LoggerFactory.getLogger(RunReport.class);

    private RunReport() {}

    /** Logs the end, and returns the exit code of the process. */
    static int exitCode(RunEnd end) {
        LOG.atLevel(level(end.exitCode())).log("{}", end.message());
        return end.exitCode().code();
    }

    private static Level level(ExitCode exitCode) {
        return switch (exitCode) {
            case DONE -> Level.INFO;
            case STOPPED, LOCKED -> Level.WARN;
            default -> Level.ERROR;
        };
    }
}
