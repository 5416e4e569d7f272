package io.openalpha.cli;

import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how a run ended. */
final class RunReport {

    private static final Logger LOG = LoggerFactory.getLogger(RunReport.class);

    private RunReport() {}

    /** Logs the end, and returns the exit code of the process. */
    static int exitCode(RunEnd end) {
        if (end.exitCode() == ExitCode.DONE) {
            LOG.info("{}", end.message());
        } else {
            LOG.error("{}", end.message());
        }
        return end.exitCode().code();
    }
}
