package io.openalpha.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who holds the lock of a job.
 *
 * @param runId the run it was taken for
 * @param host name of the machine or pod
 * @param pid the process there
 * @param since when it was taken, by the database's clock
 */
record LockHolder(String runId, String host, long pid, Instant since) {

    static long thisProcess() {
        return ProcessHandle.current().pid();
    }

    /** In a pod its name, which Kubernetes makes the host name. */
    static String thisHost() {
        String named = System.getenv("HOSTNAME");
        if (named != null && !named.isBlank()) {
            return named;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public String toString() {
        return "run %s on %s, process %s, since %s".formatted(runId, host, pid, since.truncatedTo(ChronoUnit.SECONDS));
    }
}
