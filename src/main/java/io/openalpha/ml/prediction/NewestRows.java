package io.openalpha.ml.prediction;

import io.openalpha.market.Symbol;
import io.openalpha.ml.feature.FeatureSet;
import io.openalpha.ml.learner.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest features of every symbol, as training would see them. Lists are parallel.
 *
 * @param known all symbols that OpenAlpha knows
 * @param bars of the last months that features may be computed from, by symbol
 * @param symbols those that have features, in their order
 * @param days after whose close the features are those
 * @param values row after row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NewestRows(
        Set<Symbol> known, Map<Symbol, Integer> bars, List<Symbol> symbols, List<LocalDate> days, float[] values) {

    static final NewestRows NONE = new NewestRows(Set.of(), Map.of(), List.of(), List.of(), new float[0]);

    /** The same rows when other symbols are known. */
    NewestRows withKnown(Set<Symbol> others) {
        return new NewestRows(others, bars, symbols, days, values);
    }

    Samples samples() {
        return Samples.of(FeatureSet.labels(), values, new byte[symbols.size()]);
    }
}
