package io.openalpha.source.yahoo;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The arrays of plain numbers in a JSON text, and the text without what they hold. Whatever is not exactly such an
 * array stays for the parser to judge.
 */
final class NumberArrays {

    /** A text that begins otherwise may have a byte-order mark, and places in it are counted otherwise. */
    private static final byte USUAL_BEGINNING = '{';

    private final byte[] json;
    private final ColumnScanner scanner;
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private final Map<Long, Column> columns = new HashMap<>();
    private int copied;

    private NumberArrays(byte[] json) {
        this.json = json;
        this.scanner = new ColumnScanner(json);
    }

    static NumberArrays cutFrom(byte[] json) {
        NumberArrays arrays = new NumberArrays(json);
        if (json.length > 0 && json[0] == USUAL_BEGINNING) {
            arrays.cut();
        }
        arrays.copyUntil(json.length);
        return arrays;
    }

    private void cut() {
        for (int at = 0; at < json.length; at++) {
            if (json[at] == '"') {
                at = closingQuote(at);
            } else if (json[at] == '[') {
                at = cutArray(at);
            }
        }
    }

    private int closingQuote(int quote) {
        int at = quote + 1;
        while (at < json.length && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    private int cutArray(int bracket) {
        Column column = scanner.read(bracket);
        if (column == null) {
            return bracket;
        }
        copyUntil(bracket);
        columns.put((long) rest.size(), column);
        rest.write('[');
        copied = scanner.end();
        return copied;
    }

    private void copyUntil(int end) {
        rest.write(json, copied, end - copied);
        copied = end;
    }

    /** The text in which each array that was cut is empty. */
    byte[] rest() {
        return rest.toByteArray();
    }

    /** What was cut from the array at whose beginning a parser of the rest stands; null if it is as it was. */
    @Nullable
    Column at(JsonParser parser) {
        return columns.get(parser.currentTokenLocation().getByteOffset());
    }
}
