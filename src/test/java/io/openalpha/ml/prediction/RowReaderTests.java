package io.openalpha.ml.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.BarReader;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.FeatureSet;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.feature.SyntheticMarket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What is served is what was learned from: all rows are compared with those of a dataset of the whole history. */
class RowReaderTests {

    private static final SyntheticMarket LONG = new SyntheticMarket(3, 25, 700, 0.2);

    @TempDir
    private Path folder;

    private StoredMarket market;
    private ConfigurableApplicationContext context;

    @BeforeEach
    void open() {
        market = new StoredMarket(folder);
        context = market.open();
    }

    @AfterEach
    void close() {
        context.close();
        market.close();
    }

    @Test
    void rowsOfTheNewestDayAreThoseOfTraining() {
        List<List<DailyBar>> bars = histories();

        NewestRows rows = served(bars);

        assertThat(rows.symbols()).hasSize(25);
        assertThat(rows.days()).containsOnly(last());
        assertThatRowsAreThoseOfTraining(rows, LONG.dataset(bars, LabelSettings.DEFAULT));
    }

    @Test
    void rowsAreThoseOfTrainingWhereBarsAreMissingLateOrNotFinal() {
        List<List<DailyBar>> bars = histories();
        Random random = new Random(1);
        for (int symbol : new int[] {0, 1, 2, 3, 6, 7, 12, 13, 14, 15, 16}) {
            for (int hole = 0; hole < 5; hole++) {
                bars.get(symbol).remove(200 + random.nextInt(450));
            }
        }
        for (int symbol = 0; symbol < 6; symbol++) {
            List<DailyBar> history = bars.get(symbol);
            history.subList(history.size() - symbol - 1, history.size()).clear();
        }
        for (int symbol = 6; symbol < 9; symbol++) {
            List<DailyBar> history = bars.get(symbol);
            history.set(history.size() - 1, notFinal(history.get(history.size() - 1)));
        }
        for (int bar = 696; bar > 450; bar -= 6) {
            bars.get(17).remove(bar); // a hundred bars take just less than the days that they may lie in
        }
        bars.get(9).subList(300, 560).clear(); // listed anew
        bars.get(10).subList(0, 599).clear(); // as young as can be
        bars.get(11).subList(680, 700).clear(); // gone

        NewestRows rows = served(bars);

        assertThat(rows.symbols()).contains(name(10)).doesNotContain(name(11));
        assertThat(rows.days()).hasSizeGreaterThan(20);
        assertThat(Set.copyOf(rows.days())).hasSizeGreaterThan(4);
        assertThatRowsAreThoseOfTraining(rows, LONG.dataset(bars, LabelSettings.DEFAULT));
    }

    private static void assertThatRowsAreThoseOfTraining(NewestRows rows, Dataset training) {
        for (int i = 0; i < rows.symbols().size(); i++) {
            Symbol symbol = rows.symbols().get(i);
            LocalDate day = rows.days().get(i);
            assertThat(row(rows.values(), i)).as("%s %s", symbol, day).containsExactly(row(training, symbol, day));
        }
    }

    private static float[] row(Dataset training, Symbol symbol, LocalDate day) {
        int row = IntStream.range(0, training.rows())
                .filter(i -> training.symbols().get(training.symbolOfRow()[i]).equals(symbol))
                .filter(i -> training.days().get(training.dayOfRow()[i]).equals(day))
                .findFirst()
                .orElseThrow();
        return row(training.values(), row);
    }

    private static float[] row(float[] values, int row) {
        return Arrays.copyOfRange(values, row * FeatureSet.width(), (row + 1) * FeatureSet.width());
    }

    private NewestRows served(List<List<DailyBar>> bars) {
        StoredMarket.store(context, LONG.names(), bars);
        BarReader reader = context.getBean(BarReader.class);
        return new RowReader(reader).read(last(), Set.of());
    }

    private static List<List<DailyBar>> histories() {
        List<List<DailyBar>> bars = new ArrayList<>();
        for (int symbol = 0; symbol < LONG.symbols(); symbol++) {
            bars.add(new ArrayList<>(LONG.bars(symbol)));
        }
        return bars;
    }

    private static DailyBar notFinal(DailyBar bar) {
        return new DailyBar(
                bar.date(), bar.open(), bar.high(), bar.low(), bar.close(), bar.adjustedClose(), bar.volume(), false);
    }

    private static LocalDate last() {
        return LONG.dates().get(699);
    }

    private static Symbol name(int symbol) {
        return LONG.names().get(symbol);
    }
}
