package io.openalpha.run;

import java.time.Instant;

/**
 * Who holds the lock of a job.
 *
 * @param runId the run it was taken for
 * @param host name of the machine or pod
 * @param pid the process there
 * @param since when it was taken
 */
record Holder(String runId, String host, long pid, Instant since) {

    static Holder thisProcess(RunId runId, Instant now) {
        return new Holder(runId.value(), hostName(), ProcessHandle.current().pid(), now);
    }

    @Override
    public String toString() {
        return "run %s on %s, process %d, since %s".formatted(runId, host, pid, since);
    }

    private static String hostName() {
        String pod = System.getenv("HOSTNAME");
        if (pod != null && !pod.isBlank()) {
            return pod;
        }
        try {
            return java.net.InetAddress.getLocalHost().getHostName();
        } catch (java.net.UnknownHostException e) {
            return "localhost";
        }
    }
}
