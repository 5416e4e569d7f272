package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class GapStoreTests {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);
    private static final int DAYS = 40;
    private static final Instant NOON = Instant.parse("2024-06-01T12:00:00.123456789Z");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final JdbcTemplate template = new JdbcTemplate(database.dataSource());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    private final StoredDays days = new StoredDays();
    private final BarStore store = new BarStore(template, days);
    private final BarStore elsewhere = new BarStore(template, new StoredDays());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheSameFromMemoryAsInTheTable(long seed) {
        Random random = new Random(seed);
        for (String symbol : List.of("A", "B", "C", "D", "E")) {
            int first = random.nextInt(10);
            int[] held = IntStream.range(first, DAYS - random.nextInt(10))
                    .filter(day -> random.nextInt(6) > 0)
                    .toArray();
            save(random.nextInt(4) > 0 ? store : elsewhere, symbol, NOON, held);
        }

        List<String> fromMemory = found(days);

        assertThat(fromMemory).isNotEmpty().isEqualTo(found(new StoredDays()));
    }

    @Test
    void readsNothingAgainThatItHasJustWritten() {
        saveWhole("A", "B", "C");
        jdbc.sql("delete from daily_bar where symbol = 'B' and date = :day")
                .param("day", DAY.plusDays(5))
                .update();

        assertThat(found(days)).isEmpty();
        assertThat(found(days)).as("after a look it is forgotten").containsExactly("B 5");
    }

    @Test
    void believesTheTableWhereAnotherProcessHasWrittenSince() {
        saveWhole("A", "B", "C");
        save(elsewhere, "B", NOON.plusSeconds(1), without(7));

        assertThat(found(days)).containsExactly("B 7");
    }

    @Test
    void believesTheTableAfterARollback() {
        saveWhole("A", "C");
        save(store, "B", NOON, without(9));
        transaction.executeWithoutResult(status -> {
            store.save(List.of(update("B", NOON, IntStream.range(0, DAYS).toArray())));
            status.setRollbackOnly();
        });

        assertThat(found(days)).containsExactly("B 9");
    }

    private static int[] without(int missing) {
        return IntStream.range(0, DAYS).filter(day -> day != missing).toArray();
    }

    private void saveWhole(String... symbols) {
        for (String symbol : symbols) {
            save(store, symbol, NOON, IntStream.range(0, DAYS).toArray());
        }
    }

    private void save(BarStore into, String name, Instant at, int... held) {
        new Universe(jdbc).save(List.of(Instrument.known(new Symbol(name))));
        transaction.executeWithoutResult(status -> into.save(List.of(update(name, at, held))));
    }

    private static BarUpdate update(String name, Instant at, int... held) {
        LocalDate last = DAY.plusDays(DAYS);
        BarSeries series = new BarSeries(new Symbol(name), "NYQ", "USD", ZoneOffset.UTC, true, DAY, last);
        List<DailyBar> bars = IntStream.of(held)
                .mapToObj(day -> new DailyBar(DAY.plusDays(day), 10, 11, 9, 10, 9.5, 100, true))
                .toList();
        return new BarUpdate(series, DAY, last, true, bars, List.of(), List.of(), "test", at, null);
    }

    /** What a look finds, as if it were the first one: symbols with the numbers of their days. */
    private List<String> found(StoredDays known) {
        jdbc.sql("delete from bar_gap").update();
        jdbc.sql("update bar_series set gaps_from = since").update();
        new GapStore(jdbc, known).find();
        return jdbc.sql("select symbol || ' ' || (date - :day::date) from bar_gap order by symbol, date")
                .param("day", DAY)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
