package io.openalpha.ml.learner.work;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs numbered tasks on a few threads. */
public final class Workers {

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final int tasks;
    private final IntConsumer task;

    private Workers(int tasks, IntConsumer task) {
        this.tasks = tasks;
        this.task = task;
    }

    /**
     * Runs tasks 0 to {@code tasks} − 1, each once, and returns when all are done. After a failure no other is begun,
     * and it is thrown once those that run have ended. An interrupt counts as a failure, a
     * {@link CancellationException}.
     *
     * @param threads how many tasks run at a time, the caller's thread among them
     */
    public static void run(int threads, int tasks, IntConsumer task) {
        Workers workers = new Workers(tasks, task);
        List<Thread> others = IntStream.range(1, Math.min(threads, tasks))
                .mapToObj(number -> new Thread(workers::work, "learner-" + number))
                .toList();
        others.forEach(Thread::start);
        workers.work();
        others.forEach(workers::join);
        workers.throwFailure();
    }

    private void work() {
        for (int i = next.getAndIncrement(); i < tasks && failure.get() == null; i = next.getAndIncrement()) {
            try {
                throwIfInterrupted();
                task.accept(i);
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        }
    }

    private static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted");
        }
    }

    private void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                failure.compareAndSet(null, new CancellationException("Interrupted"));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() {
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
