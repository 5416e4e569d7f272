package io.openalpha.source.yahoo;

import java.util.Arrays;
import java.util.BitSet;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers of a chart, one a row, of which some may be missing. */
final class Column {

    private final BitSet missing = new BitSet();
    private double[] values;
    private int size;

    private Column(int expected) {
        values = new double[expected];
    }

    /**
     * Reads an array, at whose beginning the parser stands; what is not a number is missing.
     *
     * @param expected about how many there are, 1 or more
     */
    static Column read(JsonParser json, int expected) {
        Column column = new Column(expected);
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            boolean number = token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
            if (number) {
                column.add(PlainNumber.read(json));
            } else {
                json.skipChildren();
                column.missing.set(column.size);
                column.add(0);
            }
        }
        return column;
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
