package io.openalpha.simulator;

/** Real time since the start, never negative and never turned back. */
final class Stopwatch {

    private final long start = System.nanoTime();

    long nanos() {
        return System.nanoTime() - start;
    }
}
