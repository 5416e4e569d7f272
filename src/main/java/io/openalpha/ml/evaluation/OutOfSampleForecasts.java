package io.openalpha.ml.evaluation;

/**
 * What was forecast out of sample and what came of it: parallel arrays, a row for each symbol of each day, ordered by
 * day and within it by symbol. The arrays are not copied and must not be changed.
 *
 * @param scale what the scores mean
 * @param days index of the row's trading day
 * @param symbols index of the row's symbol
 * @param scores the forecast
 * @param labels what it was trained for and should have said, 0 or 1
 * @param returns simple return that a position entered after the forecast earned over the horizon
 * @param directions 1 where the price rose over the horizon, else 0: the secondary figure
 */
@SuppressWarnings("ArrayRecordComponent")
public record OutOfSampleForecasts(
        Scale scale, int[] days, int[] symbols, float[] scores, byte[] labels, float[] returns, byte[] directions) {

    /** @throws IllegalArgumentException when lengths differ, the order is broken or a number is out of range */
    public OutOfSampleForecasts {
        int rows = days.length;
        if (rows == 0) {
            throw new IllegalArgumentException("OutOfSampleForecasts: there are no rows");
        }
        requireLength("symbols", symbols.length, rows);
        requireLength("scores", scores.length, rows);
        requireLength("labels", labels.length, rows);
        requireLength("returns", returns.length, rows);
        requireLength("directions", directions.length, rows);
        for (int row = 0; row < rows; row++) {
            require(row == 0 || follows(days, symbols, row), row, "is not in the order of day and symbol");
            require(days[row] >= 0 && symbols[row] >= 0, row, "has a negative day or symbol");
            require(scale.allows(scores[row]), row, "has no " + scale + " for a score");
            require(isBit(labels[row]) && isBit(directions[row]), row, "has a label other than 0 and 1");
            require(Float.isFinite(returns[row]), row, "has no finite return");
        }
    }

    /** How many rows there are. */
    public int rows() {
        return days.length;
    }

    /** The same rows with other forecasts. */
    public OutOfSampleForecasts withScores(Scale otherScale, float[] otherScores) {
        return new OutOfSampleForecasts(otherScale, days, symbols, otherScores, labels, returns, directions);
    }

    int decision(int row) {
        return scale.decide(scores[row]);
    }

    private static boolean follows(int[] days, int[] symbols, int row) {
        return days[row - 1] < days[row] || (days[row - 1] == days[row] && symbols[row - 1] < symbols[row]);
    }

    private static boolean isBit(byte value) {
        return value == 0 || value == 1;
    }

    private static void requireLength(String name, int length, int rows) {
        if (length != rows) {
            throw new IllegalArgumentException("OutOfSampleForecasts: %s days but %s %s".formatted(rows, length, name));
        }
    }

    private static void require(boolean holds, int row, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("OutOfSampleForecasts: row " + row + " " + otherwise);
        }
    }
}
