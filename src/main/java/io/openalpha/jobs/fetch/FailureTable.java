package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code collection_failure}. */
public final class FailureTable {

    private final JdbcClient jdbc;

    public FailureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the failures of a run; a symbol has one at most. */
    public void save(long jobInstanceId, List<Failure> failures) {
        for (Failure failure : failures) {
            jdbc.sql("""
                            insert into collection_failure (job_instance_id, symbol, reason, detail, retryable, failed_at)
                            values (:run, :symbol, :reason, :detail, :retryable, :at)
                            on conflict (job_instance_id, symbol) do update set reason = excluded.reason,
                                detail = excluded.detail, retryable = excluded.retryable, failed_at = excluded.failed_at""")
                    .param("run", jobInstanceId)
                    .param("symbol", failure.symbol().name())
                    .param("reason", failure.reason())
                    .param("detail", failure.detail())
                    .param("retryable", failure.retryable())
                    .param("at", failure.at().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Deletes failures of symbols that a later attempt of the run has fetched. */
    public void clear(long jobInstanceId, List<Symbol> symbols) {
        if (!symbols.isEmpty()) {
            jdbc.sql("delete from collection_failure where job_instance_id = :run and symbol = any(:names::text[])")
                    .param("run", jobInstanceId)
                    .param("names", symbols.stream().map(Symbol::name).toArray(String[]::new))
                    .update();
        }
    }

    /** Symbols that failed in a run for a reason that may have passed. */
    public List<Symbol> retryable(long jobInstanceId) {
        return jdbc.sql("select symbol from collection_failure where job_instance_id = :run and retryable")
                .param("run", jobInstanceId)
                .query((row, number) -> new Symbol(row.getString(1)))
                .list();
    }

    /** How many symbols of a run failed, by reason. */
    public Map<String, Long> countByReason(long jobInstanceId) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("select reason, count(*) from collection_failure where job_instance_id = :run group by reason")
                .param("run", jobInstanceId)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }
}
