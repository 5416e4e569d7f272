package io.openalpha.source.yahoo;

import org.jspecify.annotations.Nullable;

/**
 * Reads arrays that hold plain numbers and nulls only. A parser makes a token of each number and then reads it again,
 * which takes about twice the processor time for a chart of ten years.
 */
final class ColumnScanner {

    private final byte[] json;
    private final PlainNumber number = new PlainNumber();
    private int expected = Column.EXPECTED_ROWS;
    private int end;

    ColumnScanner(byte[] json) {
        this.json = json;
    }

    /** The array that begins at a place; null if it is empty, holds anything else, or is not valid JSON. */
    @Nullable
    Column read(int bracket) {
        Column column = new Column(expected);
        int at = bracket;
        do {
            at = afterSpace(value(column, afterSpace(at + 1)));
        } while (is(',', at));
        if (!is(']', at)) {
            return null;
        }
        end = at;
        // Columns of one chart have as many rows as one another.
        expected = Math.max(expected, column.size());
        return column;
    }

    /** The place of the bracket that closes the array read last. */
    int end() {
        return end;
    }

    /** Adds one value and tells the place after it, the end of the text if it is none that is known here. */
    private int value(Column column, int at) {
        int after = number.read(json, at);
        if (after > 0) {
            column.add(number.value());
            return after;
        }
        if (is('n', at) && is('u', at + 1) && is('l', at + 2) && is('l', at + 3)) {
            column.addMissing();
            return at + 4;
        }
        return json.length;
    }

    private int afterSpace(int from) {
        int at = from;
        while (is(' ', at) || is('\n', at) || is('\r', at) || is('\t', at)) {
            at++;
        }
        return at;
    }

    private boolean is(char letter, int at) {
        return at < json.length && json[at] == letter;
    }
}
