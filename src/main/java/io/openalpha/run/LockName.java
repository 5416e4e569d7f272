package io.openalpha.run;

import java.util.List;

/**
 * What is locked for a run: the job, for itself alone; or the job together with the other shards of the run, and the
 * shard for itself alone.
 */
record LockName(String job, Shard shard) {

    /** Pairs of a lock's own name and the run for which some living session holds it. */
    static final String HELD =
            "select k.name, k.run_id from run_lock k where exists (select " + granted("k.name") + ")";

    /** The key of the advisory lock of a name, which is an expression of SQL. */
    static String key(String name) {
        return "hashtextextended('openalpha.run.' || %s, 0)".formatted(name);
    }

    /** A clause from {@code from} on that finds the sessions of this database that hold the lock of a name. */
    static String granted(String name) {
        return """
                from pg_locks l where l.locktype = 'advisory' and l.granted
                    and l.database = (select oid from pg_database where datname = current_database())
                    and (l.classid::bigint << 32 | l.objid::bigint) =\s""" + key(name);
    }

    /** Whether other shards may hold the lock of the job at the same time. */
    boolean isShared() {
        return !shard.isWhole();
    }

    /** The exclusive part, such as {@code collect} or {@code collect 2/8}. */
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
