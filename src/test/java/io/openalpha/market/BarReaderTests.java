package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.BarReader.CleanBars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class BarReaderTests {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final BarReader reader = new BarReader(jdbc);

    @Test
    void countsNothingWhereNothingIsStored() {
        assertThat(reader.clean()).isEqualTo(new CleanBars(0, 0));
        assertThat(reader.symbols()).isEmpty();
    }

    @Test
    void countsFinalAndAdjustedBarsOnly() {
        store("A", bar(0, 9.5, true), bar(1, 9.5, true), bar(2, 9.5, false));
        store("B", bar(0, 9.5, true).asTraded());
        store("C", bar(0, 9.5, false));
        store("D", bar(0, 9.5, true));

        assertThat(reader.clean()).isEqualTo(new CleanBars(3, 2));
    }

    @Test
    void givesSymbolsInTheOrderInWhichTheirBarsAreRead() {
        for (String symbol : List.of("BRK-B", "BRKB", "A", "BRK.A", "^GSPC", "ABC")) {
            store(symbol, bar(0, 9.5, true));
        }

        List<Symbol> symbols = reader.symbols();

        assertThat(symbols).isSorted().hasSize(6);
        try (var bars = reader.stream(symbols, DAY, DAY)) {
            assertThat(bars.map(StoredBar::symbol)).containsExactlyElementsOf(symbols);
        }
    }

    private static DailyBar bar(int day, double adjustedClose, boolean isFinal) {
        return new DailyBar(DAY.plusDays(day), 10, 11, 9, 10, adjustedClose, 100, isFinal);
    }

    private void store(String name, DailyBar... bars) {
        Symbol symbol = new Symbol(name);
        new Universe(jdbc).save(List.of(Instrument.known(symbol)));
        boolean adjusted = bars[0].isAdjusted();
        BarSeries series = new BarSeries(symbol, "NYQ", "USD", ZoneOffset.UTC, adjusted, DAY, DAY.plusDays(2));
        new BarStore(new JdbcTemplate(database.dataSource()), new StoredDays())
                .save(List.of(new BarUpdate(
                        series,
                        DAY,
                        DAY.plusDays(2),
                        true,
                        List.of(bars),
                        List.of(),
                        List.of(),
                        "test",
                        Instant.EPOCH,
                        null)));
    }
}
