package io.openalpha.market.transfer;

import java.io.Closeable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that is being read, row by row. Its columns are named in lower case. */
interface TableSource extends Closeable {

    /** The columns, by the names that {@link ColumnNames} gives them. */
    Set<String> columns();

    /**
     * Goes to the next row.
     *
     * @return false if there is none
     * @throws BarFileException if the file is damaged
     */
    boolean next();

    /**
     * The row's value in a column: a text, or a value of the column's type; null if it is empty or there is no such
     * column.
     */
    @Nullable
    Object value(String column);

    /** The number of the line, or of the row, that was read last; from 1 on. */
    long number();

    /** The file and the place in it that was read last, such as {@code bars.csv, line 3}. */
    String place();
}
