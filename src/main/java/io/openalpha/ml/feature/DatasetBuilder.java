package io.openalpha.ml.feature;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a dataset of bars that come symbol by symbol. It keeps 60 bytes a bar until all are there, and only then makes
 * the rows, each in its place; the matrix exists once.
 *
 * <p>A bar has a row when the {@link FeatureSet#LOOK_BACK} bars up to it follow one another without a pause of more
 * than 14 calendar days and within {@link FeatureSet#LOOK_BACK_DAYS}, its day is one on which most symbols traded, and
 * 20 days of the market are known. Dates are those of the exchanges, which should share a calendar: where a symbol's
 * own is closed while most trade, its label is not known.
 */
public final class DatasetBuilder {

    private final LabelSettings settings;
    private final List<SymbolHistory> histories = new ArrayList<>();

    public DatasetBuilder(LabelSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes the bars of a symbol. Those that are not final or have no adjusted close are left out, as if there were
     * none on that day.
     *
     * @param bars in the order of dates
     * @throws IllegalArgumentException if symbols or dates do not ascend, or a price is not a positive number
     */
    public void add(Symbol symbol, List<DailyBar> bars) {
        if (!histories.isEmpty() && histories.get(histories.size() - 1).symbol().compareTo(symbol) >= 0) {
            throw new IllegalArgumentException("symbol %s does not come after %s"
                    .formatted(symbol, histories.get(histories.size() - 1).symbol()));
        }
        SymbolHistory history = SymbolHistory.of(symbol, bars);
        if (history.size() > 0) {
            histories.add(history);
        }
    }

    /** The dataset of what was added. It may have no rows. */
    public Dataset build() {
        TradingDays days = TradingDays.of(histories);
        List<MarketDay> market = MarketReturns.days(histories, days);
        Layout layout = Layout.of(histories, days, market);
        Matrix matrix = new Matrix(days, market, layout);
        IntStream.range(0, histories.size()).parallel().forEach(symbol -> matrix.fill(symbol, histories.get(symbol)));
        DailyRanks.rank(matrix.values(), layout.firstRow());
        return new Dataset(settings, layout, matrix.values(), Outcomes.of(histories, days, layout, settings.horizon()));
    }
}
