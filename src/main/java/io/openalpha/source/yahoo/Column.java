package io.openalpha.source.yahoo;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers of a chart, one a row, of which some may be missing. */
final class Column {

    private static final int EXPECTED_ROWS = 256;
    private static final int LONGEST_DECIMAL = 19;
    private static final double LARGEST_EXACT = 1L << 53;
    private static final double[] POWERS = new double[LONGEST_DECIMAL];

    static {
        Arrays.setAll(POWERS, exponent -> Double.parseDouble("1e" + exponent));
    }

    private final BitSet missing = new BitSet();
    private final Map<Integer, Long> exact = new HashMap<>();
    private double[] values = new double[EXPECTED_ROWS];
    private int size;

    private Column() {}

    /** Reads an array, at whose beginning the parser stands; what is not a number is missing. */
    static Column read(JsonParser json) {
        Column column = new Column();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                column.add(decimal(json));
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                column.addWhole(json);
            } else {
                json.skipChildren();
                column.missing.set(column.size);
                column.add(0);
            }
        }
        return column;
    }

    /**
     * A decimal, right to two units of the last place of a double, which makes no difference to single-precision
     * prices. To round the last bit rightly, as the parser does, costs more than all else that is done with a chart.
     */
    private static double decimal(JsonParser json) {
        int length = json.getStringLength();
        if (length > LONGEST_DECIMAL) {
            return json.getDoubleValue();
        }
        char[] text = json.getStringCharacters();
        int start = json.getStringOffset();
        long digits = 0;
        int decimals = 0;
        for (int i = 0; i < length; i++) {
            char letter = text[start + i];
            if (letter >= '0' && letter <= '9') {
                digits = digits * 10 + (letter - '0');
            } else if (letter == '.') {
                decimals = length - 1 - i;
            } else {
                return json.getDoubleValue();
            }
        }
        return digits / POWERS[decimals];
    }

    /** A whole number, with all its digits if a double does not hold them. */
    private void addWhole(JsonParser json) {
        double value = json.getDoubleValue();
        if (Math.abs(value) >= LARGEST_EXACT && json.getNumberType() == JsonParser.NumberType.LONG) {
            exact.put(size, json.getLongValue());
        }
        add(value);
    }

    private void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
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
