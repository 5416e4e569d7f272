package io.openalpha.source.yahoo;

import java.util.Arrays;
import java.util.BitSet;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers of a chart, one a row, of which some may be missing. */
final class Column {

    private static final int EXPECTED_ROWS = 256;
    private static final int LONGEST_DECIMAL = 19;
    private static final double[] POWERS = new double[LONGEST_DECIMAL];

    static {
        Arrays.setAll(POWERS, exponent -> Double.parseDouble("1e" + exponent));
    }

    private final BitSet missing = new BitSet();
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
                column.add(json.getDoubleValue());
            } else {
                json.skipChildren();
                column.missing.set(column.size);
                column.add(0);
            }
        }
        return column;
    }

    /**
     * A decimal, right to two units of the last place of a double, which makes no difference to single-precision prices. To round the
     * last bit rightly, as the parser does, costs more than all else that is done with a chart.
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

    private void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    boolean has(int row) {
        return row < size && !missing.get(row);
    }

    double get(int row) {
        return values[row];
    }
}
