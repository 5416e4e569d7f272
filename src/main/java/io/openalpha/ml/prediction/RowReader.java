package io.openalpha.ml.prediction;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.openalpha.market.BarReader;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.DatasetBuilder;
import io.openalpha.ml.feature.FeatureSet;
import io.openalpha.ml.feature.LabelSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Computes the newest features from stored bars, by the code that training computes its own with. */
record RowReader(BarReader bars) {

    /**
     * Calendar days by which the features of a symbol with late bars may lie behind the newest.
     */
    static final int RECENT_DAYS = 14;

    /**
     * The newest features.
     *
     * @param newest the last day that has bars
     * @param known all symbols
     * @throws IllegalArgumentException if a bar cannot be computed with; the message names it
     */
    NewestRows read(LocalDate newest, Set<Symbol> known) {
        SortedMap<Symbol, List<DailyBar>> stored = stored(newest.minusDays(RECENT_DAYS), newest);
        // How rows are labelled plays no part in their features.
        DatasetBuilder builder = new DatasetBuilder(LabelSettings.DEFAULT);
        stored.forEach(builder::add);
        return rows(builder.build(), newest.minusDays(RECENT_DAYS), known, counts(stored));
    }

    /**
     * The bars of all symbols, for ranks are taken among them, that rows of some days are made of.
     *
     * @param first of the days; rows of days before need not be whole
     * @param newest the last day that has bars
     */
    SortedMap<Symbol, List<DailyBar>> stored(LocalDate first, LocalDate newest) {
        try (Stream<StoredBar> rows = bars.stream(List.of(), first.minusDays(FeatureSet.LOOK_BACK_DAYS), newest)) {
            return rows.collect(groupingBy(StoredBar::symbol, TreeMap::new, mapping(StoredBar::bar, toList())));
        }
    }

    private static Map<Symbol, Integer> counts(Map<Symbol, List<DailyBar>> stored) {
        Map<Symbol, Integer> counts = new HashMap<>();
        stored.forEach((symbol, bars) -> counts.put(symbol, (int)
                bars.stream().filter(bar -> bar.isFinal() && bar.isAdjusted()).count()));
        return counts;
    }

    private static NewestRows rows(Dataset dataset, LocalDate after, Set<Symbol> known, Map<Symbol, Integer> counts) {
        SortedMap<Symbol, Integer> newest = new TreeMap<>();
        for (int row = 0; row < dataset.rows(); row++) {
            if (day(dataset, row).isAfter(after)) {
                newest.put(dataset.symbols().get(dataset.symbolOfRow()[row]), row);
            }
        }
        List<LocalDate> days = new ArrayList<>();
        float[] values = new float[newest.size() * FeatureSet.width()];
        for (int row : newest.values()) {
            System.arraycopy(
                    dataset.values(),
                    row * FeatureSet.width(),
                    values,
                    days.size() * FeatureSet.width(),
                    FeatureSet.width());
            days.add(day(dataset, row));
        }
        return new NewestRows(known, counts, List.copyOf(newest.keySet()), days, values);
    }

    private static LocalDate day(Dataset dataset, int row) {
        return dataset.days().get(dataset.dayOfRow()[row]);
    }
}
