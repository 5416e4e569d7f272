package io.openalpha.source.limit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tables {@code source_rate} and {@code source_permit}: how the calls a second that a source bears are divided among
 * the processes that call it; for one thread at a time. All times are the database's, so that clocks of machines do not
 * matter.
 */
final class PermitTable {

    /** Where there are fewer calls than processes, how long a process keeps its turn. */
    private static final int TURN_SECONDS = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String source;
    private final int ceiling;
    private final UUID process;
    private long seenSlowdowns;

    /** @param ceiling calls a second that are never exceeded */
    PermitTable(DataSource database, String source, int ceiling, UUID process) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.source = source;
        this.ceiling = ceiling;
        this.process = process;
    }

    /**
     * What a process may do until it asks again.
     *
     * @param permits calls a second that it has; all processes together have no more than the rate
     * @param share calls a second that are its due: where they are fewer than its permits, the rest is to be given back
     * @param rate calls a second that the source bears now, from all processes together
     * @param slowdowns how often the rate was halved
     */
    record Lease(int permits, int share, int rate, long slowdowns) {}

    /**
     * Says that the process lives. The first one after a while without any begins with the full rate again.
     *
     * @param first whether it says so for the first time
     * @param kept permits that it cannot give back yet
     * @param successes calls that succeeded since it last asked
     * @param lasting after which its permits are other processes', unless it asks again
     */
    Lease renew(boolean first, int kept, int successes, Duration lasting) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Rate rate = rate();
            // Successes of before the last complaint say nothing about the rate of now.
            int counted = rate.slowdowns() == seenSlowdowns ? successes : 0;
            seenSlowdowns = rate.slowdowns();
            List<Other> others = others();
            Rate now = first && others.isEmpty()
                    ? new Rate(ceiling, rate.slowdowns(), 0, rate.turn())
                    : rate.after(counted, ceiling);
            save(now);
            int taken = others.stream().mapToInt(Other::permits).sum();
            int share = share(now, others);
            int permits = Math.max(kept, Math.min(share, now.rate() - taken));
            save(permits, lasting);
            return new Lease(permits, share, now.rate(), now.slowdowns());
        }));
    }

    /**
     * Halves the rate for all processes, unless it was halved since {@code seen}.
     *
     * @return calls a second from now on; 0 if it was halved before
     */
    int slowDown(long seen) {
        return jdbc.sql("""
                        update source_rate set rate = greatest(1, rate / 2), slowdowns = slowdowns + 1, successes = 0
                        where source = :source and slowdowns = :seen returning rate""")
                .param("source", source)
                .param("seen", seen)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Says that the process ends: what it had is the others' after this time, if not before. */
    void leave(Duration after) {
        jdbc.sql("""
                        update source_permit
                        set expires_at = least(expires_at, clock_timestamp() + :millis * interval '1 millisecond')
                        where source = :source and process = :process""")
                .param("millis", after.toMillis())
                .param("source", source)
                .param("process", process)
                .update();
    }

    /** Its row stays locked, so that processes divide the rate one after the other. */
    private Rate rate() {
        jdbc.sql("insert into source_rate values (:source, :ceiling, 0, 0) on conflict do nothing")
                .param("source", source)
                .param("ceiling", ceiling)
                .update();
        return jdbc.sql("""
                        select rate, slowdowns, successes, extract(epoch from clock_timestamp())::bigint / :turn as turn
                        from source_rate where source = :source for update""")
                .param("source", source)
                .param("turn", TURN_SECONDS)
                .query((row, number) -> new Rate(
                        row.getInt("rate"), row.getLong("slowdowns"), row.getInt("successes"), row.getLong("turn")))
                .single();
    }

    private List<Other> others() {
        jdbc.sql("delete from source_permit where source = :source and expires_at < clock_timestamp()")
                .param("source", source)
                .update();
        return jdbc.sql("select process < :process as before, permits from source_permit"
                        + " where source = :source and process <> :process")
                .param("source", source)
                .param("process", process)
                .query((row, number) -> new Other(row.getBoolean("before"), row.getInt("permits")))
                .list();
    }

    /** What does not divide evenly goes to the first ones, and in turns where it is all that there is. */
    private static int share(Rate rate, List<Other> others) {
        int processes = others.size() + 1;
        long rank = others.stream().filter(Other::isBefore).count();
        long turn = rate.rate() < processes ? rate.turn() : 0;
        boolean more = (rank + turn) % processes < rate.rate() % processes;
        return rate.rate() / processes + (more ? 1 : 0);
    }

    private void save(Rate rate) {
        jdbc.sql("update source_rate set rate = :rate, successes = :successes where source = :source")
                .param("rate", rate.rate())
                .param("successes", rate.successes())
                .param("source", source)
                .update();
    }

    private void save(int permits, Duration lasting) {
        jdbc.sql("""
                        insert into source_permit
                        values (:source, :process, :permits, clock_timestamp() + :millis * interval '1 millisecond')
                        on conflict (source, process) do update set
                            permits = excluded.permits, expires_at = excluded.expires_at""")
                .param("source", source)
                .param("process", process)
                .param("permits", permits)
                .param("millis", lasting.toMillis())
                .update();
    }

    /** Another living process, and whether it comes before this one in the order of all. */
    private record Other(boolean isBefore, int permits) {}

    private record Rate(int rate, long slowdowns, int successes, long turn) {

        Rate after(int more, int ceiling) {
            int all = successes + more;
            int grown = Math.min(ceiling, rate + all / AdaptiveRate.SUCCESSES_A_STEP);
            return new Rate(grown, slowdowns, all % AdaptiveRate.SUCCESSES_A_STEP, turn);
        }
    }
}
