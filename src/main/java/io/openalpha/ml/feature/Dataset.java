package io.openalpha.ml.feature;

import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model learns from: a row for each symbol and day whose look-backs are filled, in the order of days and within
 * a day of symbols. Arrays are the dataset's own and not to be changed; those with an element a row are parallel.
 *
 * <p>A row holds what is known after the close of its day. Its forward return is that of a purchase at the open of the
 * next traded day and a sale at the open {@code horizon} traded days later. Where a symbol has no bar on one of these
 * two days, for it was halted, was delisted or because they are still to come, its forward return is not known, and no
 * later bar stands in for it. That a delisting ends in a loss is therefore not seen: returns are those of survivors.
 */
public final class Dataset {

    /**
     * The label of a row whose outcome is not known, or is the only known one of its day.
     */
    public static final byte LABEL_UNKNOWN = -1;

    private final LabelSettings settings;
    private final Layout layout;
    private final float[] values;
    private final Outcomes outcomes;
    private final byte[] labels;
    private final String sha256;

    Dataset(LabelSettings settings, Layout layout, float[] values, Outcomes outcomes) {
        this.settings = settings;
        this.layout = layout;
        this.values = values;
        this.outcomes = outcomes;
        this.labels = Labels.of(settings, outcomes.forwardReturns(), layout.firstRow());
        this.sha256 = fingerprint();
    }

    /** Names of the features in the order of their columns. */
    public List<String> features() {
        return FeatureSet.labels();
    }

    /** How labels were made. */
    public LabelSettings settings() {
        return settings;
    }

    /**
     * The features, row after row; all are finite. Those of a stock are ranks within the day, from −0.5 for the lowest
     * to 0.5 for the highest; equal ones share the middle of their ranks, and the only symbol of a day has 0. Those of
     * the market are as {@link Feature} says.
     */
    public float[] values() {
        return values;
    }

    /** How many rows there are. */
    public int rows() {
        return layout.rows();
    }

    /** The days that have rows, in their order; not necessarily all traded days between them. */
    public List<LocalDate> days() {
        return layout.days();
    }

    /** The index of each row's day in {@link #days()}. */
    public int[] dayOfRow() {
        return layout.dayOfRow();
    }

    /** The first row of a day; with the number of days, the number of rows. */
    public int firstRow(int day) {
        return layout.firstRow()[day];
    }

    /** The rows of the days from {@code fromDay} to before {@code toDay} that have a label, ascending. */
    public int[] labelledRows(int fromDay, int toDay) {
        return IntStream.range(firstRow(fromDay), firstRow(toDay))
                .filter(row -> labels[row] != LABEL_UNKNOWN)
                .toArray();
    }

    /** All symbols that have bars, in their order; those with too few have no rows. */
    public List<Symbol> symbols() {
        return layout.symbols();
    }

    /** The index of each row's symbol in {@link #symbols()}. */
    public int[] symbolOfRow() {
        return layout.symbolOfRow();
    }

    /** 1 where the outcome is what {@link LabelSettings.Kind} says, 0 where not, else {@link #LABEL_UNKNOWN}. */
    public byte[] labels() {
        return labels;
    }

    /** Simple returns (0.01 is one percent) of adjusted prices from open to open; NaN where not known. */
    public float[] forwardReturns() {
        return outcomes.forwardReturns();
    }

    /**
     * 1 where the adjusted close {@code horizon} traded days later is higher than the row's, 0 where not,
     * {@link #LABEL_UNKNOWN} where there is none.
     */
    public byte[] directions() {
        return outcomes.directions();
    }

    /** Log returns of the row's day, not ranked; for baselines. */
    public float[] oneDayReturns() {
        return outcomes.oneDayReturns();
    }

    /** Log returns of the five bars up to the row's day, not ranked; for baselines. */
    public float[] fiveDayReturns() {
        return outcomes.fiveDayReturns();
    }

    /** SHA-256 in hexadecimal digits of features, labels, returns, days, symbols and settings. */
    public String sha256() {
        return sha256;
    }

    private String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(FeatureSet.VERSION);
        features().forEach(fingerprint::add);
        fingerprint.add(settings.kind().name());
        fingerprint.add(settings.horizon());
        layout.days().forEach(day -> fingerprint.add(day.toString()));
        layout.symbols().forEach(symbol -> fingerprint.add(symbol.name()));
        fingerprint.add(layout.dayOfRow());
        fingerprint.add(layout.symbolOfRow());
        fingerprint.add(values);
        fingerprint.add(labels);
        fingerprint.add(outcomes.forwardReturns());
        fingerprint.add(outcomes.directions());
        fingerprint.add(outcomes.oneDayReturns());
        fingerprint.add(outcomes.fiveDayReturns());
        return fingerprint.hex();
    }
}
