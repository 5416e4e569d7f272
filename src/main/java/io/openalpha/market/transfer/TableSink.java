package io.openalpha.market.transfer;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is being written, row by row. */
interface TableSink extends Closeable {

    /** @param values in the order of the columns, of the columns' types; null only where a column is optional */
    void write(@Nullable Object... values) throws IOException;
}
