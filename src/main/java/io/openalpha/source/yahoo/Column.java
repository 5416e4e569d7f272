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

    /** @param expected about how many there will be, 1 or more */
    Column(int expected) {
        values = new double[expected];
    }

    /** Reads an array, at whose beginning the parser stands; what is not a number is missing. */
    static Column read(JsonParser json, int expected) {
        Column column = new Column(expected);
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
                column.add(json.getDoubleValue());
            } else {
                json.skipChildren();
                column.addMissing();
            }
        }
        return column;
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

    boolean has(int row) {
        return row < size && !missing.get(row);
    }

    double get(int row) {
        return values[row];
    }
}
