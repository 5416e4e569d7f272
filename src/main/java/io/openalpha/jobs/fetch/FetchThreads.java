package io.openalpha.jobs.fetch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.springframework.boot.system.JavaVersion;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Threads that wait for sources. */
final class FetchThreads {

    private FetchThreads() {}

    /** As many threads as may be in flight, virtual ones where the runtime has them. */
    static ExecutorService of(int inFlight) {
        ThreadFactory factory = JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE)
                ? new VirtualThreadTaskExecutor("fetch-").getVirtualThreadFactory()
                : new CustomizableThreadFactory("fetch-");
        return Executors.newFixedThreadPool(inFlight, factory);
    }
}
