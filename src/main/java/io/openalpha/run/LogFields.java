package io.openalpha.run;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Fields that every line of a log has beside its message, where lines are written as JSON. */
public final class LogFields {

    private static final String JOB = "openalpha.job";
    private static final String RUN = "openalpha.run_id";

    private LogFields() {}

    /** Begins the fields of a run, on this thread; {@link #end} must follow. */
    static void begin(String jobName, RunId run) {
        MDC.put(JOB, jobName);
        MDC.put(RUN, run.value());
    }

    static void end() {
        MDC.remove(JOB);
        MDC.remove(RUN);
    }

    /** The same work, with the fields of this thread on whatever thread does it. */
    public static <T extends @Nullable Object> Callable<T> carriedBy(Callable<T> work) {
        Map<String, String> fields = MDC.getCopyOfContextMap();
        return fields == null
                ? work
                : () -> {
                    MDC.setContextMap(fields);
                    try {
                        return work.call();
                    } finally {
                        MDC.clear();
                    }
                };
    }

    /** The same for work without a result. */
    public static Runnable carriedBy(Runnable work) {
        Map<String, String> fields = MDC.getCopyOfContextMap();
        return fields == null
                ? work
                : () -> {
                    MDC.setContextMap(fields);
                    try {
                        work.run();
                    } finally {
                        MDC.clear();
                    }
                };
    }
}
