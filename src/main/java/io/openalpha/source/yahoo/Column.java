package io.openalpha.source.yahoo;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers of a chart, one a row, of which some may be missing. */
final class Column {

    static final int EXPECTED_ROWS = 256;
    private static final double LARGEST_EXACT = 1L << 53;

    private final BitSet missing = new BitSet();
    private final Map<Integer, Long> exact = new HashMap<>();
    private double[] values;
    private int size;

    /** @param expected about how many rows there will be, 1 or more */
    Column(int expected) {
        values = new double[expected];
    }

    /** Reads an array, at whose beginning the parser stands; what is not a number is missing. */
    static Column read(JsonParser json) {
        Column column = new Column(EXPECTED_ROWS);
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                column.add(json.getDoubleValue());
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                column.addWhole(json);
            } else {
                json.skipChildren();
                column.addMissing();
            }
        }
        return column;
    }

    /** A whole number, with all its digits if a double does not hold them. */
    private void addWhole(JsonParser json) {
        double value = json.getDoubleValue();
        if (Math.abs(value) >= LARGEST_EXACT && json.getNumberType() == JsonParser.NumberType.LONG) {
            exact.put(size, json.getLongValue());
        }
        add(value);
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    void addMissing() {
        missing.set(size);
        add(0);
    }

    int size() {
        return size;
    }

    /** Whether not a single number is in it. */
    boolean isEmpty() {
        return missing.cardinality() == size;
    }

    boolean has(int row) {
        return row < size && !missing.get(row);
    }

    double get(int row) {
        return values[row];
    }

    /** The number without its decimals; {@link Long#MAX_VALUE} if it is no number, or beyond any. */
    long getLong(int row) {
        Long whole = exact.get(row);
        if (whole != null) {
            return whole;
        }
        return Double.isFinite(values[row]) ? (long) values[row] : Long.MAX_VALUE;
    }
}
