package io.openalpha.run;

import java.util.List;

/**
 * What is locked for a run: the job, for itself alone; or the job together with the other shards of the run, and the shard for
 * itself alone.
 */
record LockName(String job, Shard shard) {

    /** Whether other shards may hold the lock of the job at the same time. */
    boolean isShared() {
        return !shard.isWhole();
    }

    /** What nobody else may hold, such as {@code collect} or {@code collect 2/8}. */
    String own() {
        return isShared() ? job + " " + shard : job;
    }

    /** Everything that is held, the job first. */
    List<String> all() {
        return isShared() ? List.of(job, own()) : List.of(job);
    }

    @Override
    public String toString() {
        return own();
    }
}
