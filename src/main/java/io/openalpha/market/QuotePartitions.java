package io.openalpha.market;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The monthly partitions (UTC) of table {@code quote}. */
public final class QuotePartitions {

    private static final Logger LOG = LoggerFactory.getLogger(QuotePartitions.class);
    private static final int MONTHS_AHEAD = 3;

    private final JdbcClient jdbc;
    private final TransactionOperations ownTransaction;
    private final Clock clock;
    private final Set<YearMonth> known = new ConcurrentSkipListSet<>();

    /** @param ownTransaction begins a transaction of its own, whatever the caller has open */
    QuotePartitions(JdbcClient jdbc, TransactionOperations ownTransaction, Clock clock) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /** Makes the partitions of this month and the next three, before a quote needs them. */
    public void prepare() {
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        make(IntStream.rangeClosed(0, MONTHS_AHEAD).mapToObj(now::plusMonths).collect(Collectors.toSet()));
    }

    /** Makes sure that quotes of these times have a partition, however old they are. */
    void cover(Collection<Instant> times) {
        make(times.stream()
                .map(at -> YearMonth.from(at.atOffset(ZoneOffset.UTC)))
                .collect(Collectors.toSet()));
    }

    /**
     * Drops the partitions that end before {@code retention} ago; a zero period keeps everything.
     *
     * @return names of the dropped partitions
     * @throws IllegalArgumentException if the period is negative
     */
    public List<String> retire(Period retention) {
        if (retention.isZero()) {
            return List.of();
        }
        if (retention.isNegative()) {
            throw new IllegalArgumentException("retention of quotes must not be negative but is " + retention);
        }
        LocalDate oldest = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minus(retention);
        String first = name(YearMonth.from(oldest));
        List<String> old = jdbc.sql("""
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'quote'::regclass and c.relname < :first order by c.relname""")
                .param("first", first)
                .query((row, number) -> row.getString(1))
                .list();
        for (String partition : old) {
            jdbc.sql("drop table if exists " + partition).update();
            LOG.info("Dropped quotes older than {}: {}", retention, partition);
        }
        known.clear();
        return old;
    }

    private void make(Set<YearMonth> months) {
        Set<YearMonth> missing = new TreeSet<>(months);
        missing.removeAll(known);
        if (!missing.isEmpty()) {
            ownTransaction.executeWithoutResult(status -> {
                jdbc.sql("select pg_advisory_xact_lock(hashtext('openalpha.quote.partition'))")
                        .query()
                        .singleRow();
                missing.forEach(this::make);
            });
            known.addAll(missing);
        }
    }

    private void make(YearMonth month) {
        String name = name(month);
        boolean exists = jdbc.sql("select to_regclass(:name) is not null")
                .param("name", name)
                .query(Boolean.class)
                .single();
        if (!exists) {
            // Attaching locks out no reader or writer of the parent; creating in place would.
            jdbc.sql("create table " + name + " (like quote including defaults including constraints)")
                    .update();
            jdbc.sql("alter table quote attach partition %s for values from ('%s-01 00:00+00') to ('%s-01 00:00+00')"
                            .formatted(name, month, month.plusMonths(1)))
                    .update();
        }
    }

    private static String name(YearMonth month) {
        return String.format(Locale.ROOT, "quote_%04d_%02d", month.getYear(), month.getMonthValue());
    }
}
