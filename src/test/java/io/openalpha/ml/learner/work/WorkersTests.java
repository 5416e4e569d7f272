package io.openalpha.ml.learner.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTests {

    @Test
    void everyTaskRunsOnce() {
        AtomicIntegerArray runs = new AtomicIntegerArray(1000);

        Workers.run(3, 1000, runs::incrementAndGet);

        assertThat(IntStream.range(0, 1000).map(runs::get)).containsOnly(1);
    }

    @Test
    void tasksRunOnSeveralThreadsAtATime() {
        CyclicBarrier both = new CyclicBarrier(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        Workers.run(2, 2, i -> {
            threads.add(Thread.currentThread());
            await(both);
        });

        assertThat(threads).hasSize(2).contains(Thread.currentThread());
    }

    @Test
    void afterAFailureNoOtherIsBegun() {
        AtomicIntegerArray runs = new AtomicIntegerArray(1);

        assertThatThrownBy(() -> Workers.run(1, 10, i -> {
                    runs.incrementAndGet(0);
                    throw new IllegalStateException("task " + i);
                }))
                .hasMessage("task 0");
        assertThat(runs.get(0)).isEqualTo(1);
    }

    @Test
    void aFailureOnAnotherThreadIsThrown() {
        Thread caller = Thread.currentThread();
        CyclicBarrier both = new CyclicBarrier(2);

        assertThatThrownBy(() -> Workers.run(2, 2, i -> {
                    await(both);
                    if (!Thread.currentThread().equals(caller)) {
                        throw new StackOverflowError("elsewhere");
                    }
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void anInterruptEndsTheWorkAndIsKept() {
        Thread caller = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);

        assertThatThrownBy(() -> Workers.run(2, 100_000, i -> {
                    if (Thread.currentThread().equals(caller)) {
                        begun.countDown();
                        caller.interrupt();
                    } else {
                        awaitUninterruptibly(begun);
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
