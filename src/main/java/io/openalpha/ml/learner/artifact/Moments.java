package io.openalpha.ml.learner.artifact;

import java.util.Arrays;

/** Least, largest and mean value of each column of a table, and how far the values are spread. */
public final class Moments {

    /** A table's values. */
    @FunctionalInterface
    public interface Table {
        /** The value of a column in a row. */
        float value(int row, int column);
    }

    private final int rows;
    private final float[] least;
    private final float[] largest;
    private final double[] means;
    private final double[] squares;

    private Moments(int rows, int width) {
        this.rows = rows;
        this.least = new float[width];
        this.largest = new float[width];
        this.means = new double[width];
        this.squares = new double[width];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
    }

    /** Reads a table of at least one row once, row by row, after Welford, who does not subtract large numbers from each other. */
    public static Moments of(int rows, int width, Table table) {
        Moments moments = new Moments(rows, width);
        for (int row = 0; row < rows; row++) {
            double share = 1.0 / (row + 1);
            for (int column = 0; column < width; column++) {
                moments.add(column, table.value(row, column), share);
            }
        }
        return moments;
    }

    private void add(int column, float value, double share) {
        double distance = value - means[column];
        means[column] += distance * share;
        squares[column] += distance * (value - means[column]);
        least[column] = Math.min(least[column], value);
        largest[column] = Math.max(largest[column], value);
    }

    /** A column's least value. */
    public float least(int column) {
        return least[column];
    }

    /** A column's largest value. */
    public float largest(int column) {
        return largest[column];
    }

    /** A column's mean. */
    public double mean(int column) {
        return means[column];
    }

    /** The sum of squared distances from the mean. */
    public double squares(int column) {
        return squares[column];
    }

    /** The standard deviation of just these rows; 0 for a column that never changes. */
    public double deviation(int column) {
        return least[column] == largest[column] ? 0 : Math.sqrt(squares[column] / rows);
    }
}
